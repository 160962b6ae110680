/** How many rows a query finds: rows that came count, whatever the count beside them says, or doesn't. */
export const countOf = (page: {
  readonly value: readonly unknown[];
  readonly '@odata.count'?: number | undefined;
}): number => Math.max(page['@odata.count'] ?? 0, page.value.length);
