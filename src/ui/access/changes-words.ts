/** A number of one's own changes, as the beginning of a sentence about them. */
export function changesOfYours(count: number): string {
  return count === 1
    ? 'One change of yours is kept here and was not saved.'
    : `${count} changes of yours are kept here and were not saved.`;
}
