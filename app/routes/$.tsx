import { PageError } from "../ui/components/page-error.tsx";

export function loader(): never {
  throw new Response(null, { status: 404 });
}

export default function NothingHere() {
  return null;
}

export const ErrorBoundary = PageError;
