import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import regexp from "eslint-plugin-regexp";
import tseslint from "typescript-eslint";

/** Import direction (docs/decisions/2026-11-23-foundation.md): what a folder must not know. */
const forbid = (files, message, ...group) => ({
  files,
  ignores: ["**/*.test.{ts,tsx}"],
  // patterns are read as in .gitignore, where a bare # begins a comment
  rules: { "no-restricted-imports": ["error", { patterns: [{ group: group.map((pattern) => pattern.replace(/^#/, "\\#")), message }] }] },
});
const DATABASE = ["@prisma/*", "mysql2", "mysql2/*", "#prisma/generated/*"];
const IO = ["ioredis", "bullmq", "meilisearch", "express", "node:fs", "node:fs/*", "node:net", "node:http", "pino"];

export default tseslint.config(
  { ignores: ["node_modules/", "build/", ".data/", "prisma/generated/", "coverage/"] },
  ...tseslint.configs.recommended,
  {
    files: ["**/*.{ts,tsx,mjs,js}"],
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      eqeqeq: "error",
      "no-console": "error",
      "max-lines": ["error", { max: 400 }],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { disallowTypeAnnotations: false }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/no-empty-object-type": ["error", { allowInterfaces: "with-single-extends" }],
      "no-warning-comments": ["error", { terms: ["todo", "fixme", "xxx"] }],
    },
  },
  // a pattern that takes the square of its text's length is a way to stop the process from outside
  { plugins: { regexp }, rules: { "regexp/no-super-linear-backtracking": ["error", { report: "potential" }] } },
  { files: ["app/**", "workers/**", "search/**", "prisma/**"], ignores: ["**/*.test.ts"], rules: { "regexp/no-super-linear-move": ["error", { report: "potential" }] } },
  {
    files: ["app/**", "workers/**", "search/**", "prisma/**"],
    ignores: ["app/platform/environment.server.ts", "app/server.ts", "workers/main.ts", "**/*.test.ts"],
    rules: { "no-restricted-properties": ["error", { object: "process", property: "env", message: "Settings are read in app/platform/environment.server.ts and passed in." }] },
  },
  { files: ["**/*.tsx"], ...jsxA11y.flatConfigs.recommended },
  { files: ["**/*.tsx"], plugins: { "react-hooks": reactHooks }, rules: reactHooks.configs.recommended.rules },
  {
    files: ["app/routes/**"],
    rules: {
      "max-lines": ["error", { max: 300 }],
      "no-restricted-syntax": ["error", { selector: "CallExpression[callee.property.name='formData']", message: "Forms are read with readForm, which answers what is no form with 400." }],
    },
  },
  { files: ["scripts/**", "public/**", "tests/setup/**"], rules: { "no-console": "off" } },
  forbid(["app/domain/**"], "The domain is pure: it imports the domain and zod.", ...DATABASE, ...IO, "#app/!(domain)/**", "#app/usecases/**", "#app/data/**", "#app/platform/**", "#app/ui/**", "#app/routes/**", "#search/**", "#workers/**", "#prisma/**"),
  forbid(["app/ui/**"], "The visual language has no data access.", ...DATABASE, ...IO, "#app/usecases/**", "#app/routes/**", "#search/*.ts", "#search/indexes/**", "#search/documents/**", "#workers/**"),
  forbid(["app/usecases/**"], "Use cases reach the database through app/data and the transaction they are handed.", ...IO, "@prisma/*", "mysql2", "mysql2/*", "#app/routes/**", "#app/ui/**", "#workers/**"),
  forbid(["app/routes/**"], "Routes call use cases and read models.", ...DATABASE, ...IO, "#workers/**"),
  forbid(["workers/**"], "Handlers call use cases and data.", "#app/routes/**", "#app/ui/**"),
  forbid(["search/**"], "Search knows documents and queries, no pages and no jobs.", "#app/routes/**", "#app/ui/**", "#workers/**"),
);
