/** Chooses one of the names there are, or a new one that is typed here. */
import { type ReactNode, useState } from 'react';
import { Isolate } from '../../kit/Isolate';
import { foldName, tidyName } from '../../shared/graph/names';
import { type PickerWords, PointPicker } from './PointPicker';

interface NamePickerProps {
  readonly words: PickerWords;
  readonly at: { readonly x: number; readonly y: number };
  readonly head?: ReactNode;
  /** Best first. */
  readonly names: readonly string[];
  /** How a name is shown; as it is when left out. */
  readonly faceOf?: (name: string) => ReactNode;
  /** How the offer of a new name is put. */
  readonly newWords: (name: string) => string;
  /** Why a new name cannot be one; undefined when it can. */
  readonly problemOf: (name: string) => string | undefined;
  readonly onPick: (name: string, isNew: boolean) => void;
  readonly onCancel: () => void;
}

export function NamePicker({ words, at, head, names, faceOf, newWords, problemOf, onPick, onCancel }: NamePickerProps) {
  const [typed, setTyped] = useState('');
  const name = tidyName(typed);
  const matches = names.filter((each) => foldName(each).includes(foldName(name)));
  const isNew = name !== '' && !names.some((each) => foldName(each) === foldName(name));
  const problem = isNew ? problemOf(name) : undefined;
  const faces = matches.map((each) => ({ key: each, face: faceOf?.(each) ?? <Isolate>{each}</Isolate> }));
  return (
    <PointPicker
      words={words}
      at={at}
      head={head}
      typed={typed}
      onType={setTyped}
      choices={isNew ? [...faces, { key: name, face: newWords(name) }] : faces}
      problem={problem}
      onPick={(picked) => {
        const pickedNew = isNew && picked === name;
        if (!pickedNew || problem === undefined) onPick(picked, pickedNew);
      }}
      onCancel={onCancel}
    />
  );
}
