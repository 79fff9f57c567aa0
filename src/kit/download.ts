/** Hands a file to the person, as browsers do with downloads. */

/** For how long the browser may take to begin reading it, in milliseconds. */
const KEPT_FOR = 60_000;

export function download(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_FOR);
}

/** What file systems do not allow in a name, and what would not be seen in one. */
const UNSAFE = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]+/gu;
/** Names that Windows keeps for itself. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu;
const MOST_CHARACTERS = 80;

/** A file's name that every system takes. @param extension without the dot */
export function fileName(title: string | undefined, extension: string): string {
  const plain = (title ?? '').toWellFormed().replace(UNSAFE, ' ').replace(/\s+/gu, ' ');
  const short = [...plain].slice(0, MOST_CHARACTERS).join('');
  const name = short.replace(/^[. ]+|[. ]+$/gu, '');
  const safe = name === '' ? 'graph' : RESERVED.test(name) ? `${name} graph` : name;
  return `${safe}.${extension}`;
}
