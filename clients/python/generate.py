"""Writes the models and the methods of the client from the API's description, when the package is built.

A source distribution has both files and no description; they are kept then.
"""

import json
import keyword
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

HERE = Path(__file__).parent
DESCRIPTION = HERE / "../../schema/openapi.json"
PACKAGE = HERE / "src/ai_data_use"

Json = dict[str, Any]


class Generate(BuildHookInterface):  # type: ignore[type-arg]
    """The step of the build."""

    def initialize(self, version: str, build_data: Json) -> None:
        if DESCRIPTION.exists():
            description = json.loads(DESCRIPTION.read_text())
            write_models(open_vocabularies(description), PACKAGE / "models.py")
            (PACKAGE / "operations.py").write_text(operations(description))


def open_vocabularies(description: Json) -> Json:
    """The description, in which a term may also be one that a later version of the API adds."""
    copy: Json = json.loads(json.dumps(description))
    for schema in copy["components"]["schemas"].values():
        if "enum" in schema:
            terms = {"type": "string", "enum": schema.pop("enum")}
            schema.pop("type")
            schema["anyOf"] = [terms, {"type": "string"}]
    return copy


def write_models(description: Json, target: Path) -> None:
    """One class of pydantic for each schema."""
    with TemporaryDirectory() as folder:
        source = Path(folder) / "openapi.json"
        source.write_text(json.dumps(description))
        options = (
            "--input-file-type openapi --output-model-type pydantic_v2.BaseModel --target-python-version 3.11"
            " --formatters builtin --enum-field-as-literal all --use-type-alias --snake-case-field"
            " --use-annotated --use-field-description --disable-timestamp"
        )
        command = [sys.executable, "-m", "datamodel_code_generator", "--input", str(source)]
        subprocess.run([*command, "--output", str(target), *options.split()], check=True)


def snake_case(name: str) -> str:
    """`getOptOut` as `get_opt_out`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()


def argument(name: str) -> str:
    """The name of a parameter in Python."""
    return f"{name}_" if keyword.iskeyword(name) else name


def type_of(schema: Json, description: Json) -> str:
    """The Python type of a parameter."""
    if "$ref" in schema:
        return type_of(description["components"]["schemas"][schema["$ref"].split("/")[-1]], description)
    if "enum" in schema:
        return f"Literal[{', '.join(json.dumps(value) for value in schema['enum'])}]"
    if schema.get("type") == "array":
        item = type_of(schema["items"], description)
        return f"{item} | Sequence[{item}]"
    if schema.get("format") == "date":
        return "date | str"
    return {"integer": "int", "number": "float", "boolean": "bool"}.get(schema.get("type", ""), "str")


def method(path: str, operation: Json, model: str, item: str | None, description: Json, a: str) -> str:
    """The source of one method, and of an iterator where the answer is a list. `a` is `async ` or empty."""
    parameters = operation.get("parameters", [])
    in_path = [p for p in parameters if p["in"] == "path"]
    in_query = [p for p in parameters if p["in"] == "query"]
    required = [f"{argument(p['name'])}: {type_of(p['schema'], description)}" for p in in_path]
    named = [
        f"{argument(p['name'])}: {type_of(p['schema'], description)}"
        + ("" if p.get("required") else " | None = None")
        for p in in_query
    ]
    arguments = ", ".join(["self", *required, *(["*", *named] if named else [])])
    filled = re.sub(r"{(\w+)}", lambda match: f"{{segment({argument(match[1])})}}", path)
    address = f'f"{filled}"' if in_path else f'"{path}"'
    query = ", ".join(f'"{p["name"]}": {argument(p["name"])}' for p in in_query)
    asked = f"models.{model}, {address}, {{{query}}}"
    name = snake_case(operation["operationId"])
    lines = [
        f"    {a}def {name}({arguments}) -> models.{model}:",
        f'        """{operation["summary"]}."""',
        f"        return {'await ' if a else ''}self.get({asked})",
    ]
    if item:
        iterator = "AsyncIterator" if a else "Iterator"
        lines += [
            "",
            f"    {a}def iterate_{re.sub('^(list|get)_', '', name)}({arguments}) -> {iterator}[{item}]:",
            f'        """{operation["summary"]}: the items on all pages."""',
            f"        {a}for page in self.pages({asked}):",
            "            for item in page.items:",
            "                yield item",
        ]
    return "\n".join(lines)


def item_of(model: str, description: Json) -> str | None:
    """The type of the items, where the model is a page of a list."""
    properties = description["components"]["schemas"][model]["properties"]
    if "next" not in properties:
        return None
    reference: str = properties["items"]["items"]["$ref"]
    return "models." + reference.split("/")[-1]


def operations(description: Json) -> str:
    """The source of the methods of both clients: one for each path that answers in JSON."""
    found = [
        (path, operation, content["schema"]["$ref"].split("/")[-1])
        for path, methods in description["paths"].items()
        for operation in methods.values()
        if (content := operation["responses"]["200"].get("content", {}).get("application/json"))
        and "$ref" in content["schema"]
    ]

    def methods_of(a: str) -> str:
        return "\n\n".join(
            method(path, operation, model, item_of(model, description), description, a)
            for path, operation, model in found
        )

    return f'''"""The methods of the clients, generated from the API's description."""

from collections.abc import AsyncIterator, Iterator, Sequence
from datetime import date
from typing import Literal

from . import models
from .base import AsyncBase, Base, segment


class Operations(Base):
    """One method for each path, and one that iterates over all pages of each list."""

{methods_of("")}


class AsyncOperations(AsyncBase):
    """The same, to be awaited."""

{methods_of("async ")}
'''
