/** The values of the parameters that the query uses, typed beside it. */
import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { PARAMETER_KINDS, type ParameterKind, type TypedParameter, UNTYPED } from '../../console/typed-parameters';
import { TextInput } from '../../kit/TextInput';
import { lookOver } from '../../shared/cypher/cypher-text';
import styles from './ConsoleDock.module.css';
import { useConsole, useConsoleState } from './console-context';

export function Parameters() {
  const { t } = useTranslation('console');
  const text = useConsoleState((state) => state.text);
  const names = useMemo(() => [...lookOver(text).parameters], [text]);
  if (names.length === 0) return null;
  return (
    <fieldset className={styles['parameters']}>
      <legend>{t('parameters')}</legend>
      {names.map((name) => (
        <Parameter key={name} name={name} />
      ))}
    </fieldset>
  );
}

const isKind = (kind: string): kind is ParameterKind => PARAMETER_KINDS.some((each) => each === kind);

function Parameter({ name }: { readonly name: string }) {
  const { t } = useTranslation('console');
  const console = useConsole();
  const typed = useConsoleState(({ parameters }) => parameters[name] ?? UNTYPED);
  const problem = useConsoleState(({ run }) =>
    run.status === 'incomplete' ? run.problems.find((each) => each.name === name)?.what : undefined,
  );
  const problemId = useId();
  const set = (change: Partial<TypedParameter>) => console.setParameter(name, { ...typed, given: true, ...change });
  const parameter = `$${name}`;
  return (
    <div className={styles['parameter']}>
      <code>{parameter}</code>
      <select
        aria-label={t('kindOf', { parameter })}
        value={typed.kind}
        onChange={({ target: { value } }) =>
          isKind(value) && set({ kind: value, given: typed.given, text: value === 'yesNo' ? 'true' : typed.text })
        }
      >
        {PARAMETER_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t(`parameterKind.${kind}`)}
          </option>
        ))}
      </select>
      <Value
        parameter={parameter}
        typed={typed}
        set={set}
        problemId={problem && problemId}
        run={() => void console.run()}
      />
      {problem !== undefined && (
        <p id={problemId} className={styles['parameterProblem']}>
          {t(`parameterProblem.${problem}`)}
        </p>
      )}
    </div>
  );
}

interface ValueProps {
  readonly parameter: string;
  readonly typed: TypedParameter;
  readonly set: (change: Partial<TypedParameter>) => void;
  readonly problemId: string | undefined;
  readonly run: () => void;
}

function Value({ parameter, typed: { kind, text }, set, problemId, run }: ValueProps) {
  const { t } = useTranslation(['console', 'kit']);
  const label = t('valueOf', { parameter });
  if (kind === 'nothing') return <span className={styles['faint']}>{t('parameterKind.nothing')}</span>;
  if (kind === 'yesNo') {
    return (
      <select aria-label={label} value={text} onChange={({ target }) => set({ text: target.value })}>
        <option value="true">{t('kit:yes')}</option>
        <option value="false">{t('kit:no')}</option>
      </select>
    );
  }
  return (
    <TextInput
      aria-label={label}
      aria-invalid={problemId !== undefined}
      aria-describedby={problemId}
      dir="auto"
      inputMode={kind === 'number' ? 'decimal' : 'text'}
      placeholder={kind === 'json' ? '["a", "b"]' : ''}
      value={text}
      onChange={({ target }) => set({ text: target.value })}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) run();
      }}
    />
  );
}
