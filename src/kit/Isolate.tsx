import { withoutReordering } from './bidi';

/** Text that someone typed, in the middle of a line: it cannot reorder what is around it. */
export function Isolate({ children }: { children: string }) {
  return <bdi>{withoutReordering(children)}</bdi>;
}
