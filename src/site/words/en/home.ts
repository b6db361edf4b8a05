export const home = {
  pageTitle: "AI Data Use: what platforms do with your data, and how to switch it off",
  description:
    "Which online services train AI with your data, what happens if you do nothing, and the direct way to the switch. With evidence, for your country and plan.",
  title: "What do they do with your data to train AI, and where is the switch?",
  begin: "Where to begin",
  all: (count: number) => `All ${count} platforms`,
  worldTitle: "The state of things",
  worldLead: "What happens if people do nothing.",
  world: (total: number, person: string) => `${total} platforms, for ${person}`,
  verdict: "What happens",
  count: "Platforms",
  permitted: (count: number) => `, of them ${count} only allowed by the terms`,
  events: "The latest events",
  allEvents: "All events",
};
