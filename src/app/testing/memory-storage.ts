/** A browser's local storage, in memory. @param items what is in it to begin with */
export function memoryStorage(items: Readonly<Record<string, string>> = {}): Pick<Storage, 'getItem' | 'setItem'> {
  const all = new Map(Object.entries(items));
  return { getItem: (key) => all.get(key) ?? null, setItem: (key, value) => void all.set(key, value) };
}
