export { action, default, ErrorBoundary, loader, meta } from "./me.placements.$id.tsx";
