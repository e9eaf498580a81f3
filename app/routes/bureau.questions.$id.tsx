export { action, default, ErrorBoundary, loader, meta } from "./employer.questions.$id.tsx";
