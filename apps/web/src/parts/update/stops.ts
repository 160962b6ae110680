export type Way = 'on' | 'back';

/**
 * The next place of the page that still waits for a decision, from where the keyboard is.
 * @param round begins at the end of the page that somebody comes from
 */
export function nextStop(root: HTMLElement | null, way: Way, round = false): HTMLElement | undefined {
  const stops = [...(root?.querySelectorAll<HTMLElement>('[data-stop]') ?? [])];
  if (way === 'back') stops.reverse();
  const here = document.activeElement;
  if (round || !here || here === document.body) return stops[0];
  const wanted = way === 'on' ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
  return stops.find(
    (stop) => stop !== here && !stop.contains(here) && (here.compareDocumentPosition(stop) & wanted) !== 0,
  );
}
