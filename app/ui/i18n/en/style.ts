import type { Catalogue } from "../catalogue.ts";

export const style: Catalogue["style"] = {
  title: "Style guide", heading: "Style guide", says: "Like a gazette that was printed well: white paper, ink text; pine green is what can be done, loess ochre is what is counted, red is for danger only.", colours: "Colours", type: "Type", controls: "Buttons and forms", content: "Content", charts: "Charts", ink: "Ink", pine: "Pine", loess: "Loess", danger: "Danger", paper: "Paper", sample: "Sample data",
};
