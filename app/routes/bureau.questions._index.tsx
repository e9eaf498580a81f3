export { default, ErrorBoundary, loader, meta } from "./employer.questions._index.tsx";
