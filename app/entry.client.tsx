/** Nothing is hydrated: interactivity stands in public/enhance, each page names what it uses. */
export {};
