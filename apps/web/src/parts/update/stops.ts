export type Way = 'on' | 'back';

/**
 * The next place of the page that still waits for a decision.
 * @param from where somebody is; without it they come from the other end of the page
 */
export function nextStop(root: HTMLElement | null, way: Way, from?: Element): HTMLElement | undefined {
  const stops = [...(root?.querySelectorAll<HTMLElement>('[data-stop]') ?? [])];
  if (way === 'back') stops.reverse();
  if (!from) return stops[0];
  const wanted = way === 'on' ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
  return stops.find((stop) => !stop.contains(from) && (from.compareDocumentPosition(stop) & wanted) !== 0);
}
