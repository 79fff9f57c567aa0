/** The browser's local storage, or one that lasts as long as the page where the browser denies it or it is full. */
export function browserStorage(): Pick<Storage, 'getItem' | 'setItem'> {
  return {
    getItem: (key) => lasting((storage) => storage.getItem(key)) ?? fleeting.get(key) ?? null,
    setItem: (key, value) => {
      fleeting.set(key, value);
      lasting((storage) => storage.setItem(key, value));
    },
  };
}

const fleeting = new Map<string, string>();

function lasting<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(window.localStorage);
  } catch (error) {
    console.info(
      'This browser does not let the page keep its list of recent graphs, nor their keys, nor who you are.',
      error,
    );
    return undefined;
  }
}
