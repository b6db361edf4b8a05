/** OpenAPI Generator, a Java program; Maven gets it from Maven Central. */
export const OPENAPI_GENERATOR = "7.25.0";

/** Puts `openapi-generator-cli.jar` into the folder. */
export const INSTALL_OPENAPI_GENERATOR = `mvn -q dependency:copy -Dartifact=org.openapitools:openapi-generator-cli:${OPENAPI_GENERATOR} -DoutputDirectory=. -Dmdep.stripVersion=true`;

/** Generates into `generated`, without tests and documents. */
export const openapiGenerator = (generator: string, description: string, properties: string): string =>
  `java -jar openapi-generator-cli.jar generate -i ${description} -g ${generator} -o generated --additional-properties=${properties} --global-property=apis,models,supportingFiles,apiTests=false,modelTests=false,apiDocs=false,modelDocs=false`;
