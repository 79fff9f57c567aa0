import { useTranslation } from 'react-i18next';
import { NODE_SIZES } from '../../shared/graph/model';
import type { RuleLook } from '../../shared/graph/style-rules';
import { useEditor } from '../../store/editor-context';
import { ColorChoice } from '../type-panel/ColorChoice';
import { IconChoice } from '../type-panel/IconChoice';
import { Choice } from './Choice';
import { lookAlgorithms, lookOf, lookProperties, type RuleDraft, sourceOf, sourceOfAlgorithm } from './rule-draft';
import styles from './Styling.module.css';
import { ValueColors } from './ValueColors';

interface LookFieldsProps {
  readonly draft: RuleDraft;
  readonly onChange: (look: RuleLook) => void;
}

/** What there is to say of a look. */
export function LookFields({ draft, onChange }: LookFieldsProps) {
  const { t } = useTranslation(['styling', 'types', 'algorithms']);
  const { store } = useEditor();
  const { look } = draft;
  const source = sourceOf(look);
  const sources = [
    ...lookProperties(draft, look.set, store.getState()).map(({ name }) => ({ value: name, words: name })),
    ...lookAlgorithms(draft, look.set).map((each) => ({
      value: sourceOfAlgorithm(each),
      words: t(`algorithms:kind.${each}`),
    })),
  ];
  return (
    <>
      {source !== undefined && (
        <Choice
          label={t('styling:by')}
          value={source}
          options={sources}
          onChoose={(wanted) => onChange(lookOf(look.set, draft, store.getState(), wanted))}
        />
      )}
      {look.set === 'color' && (
        <ColorChoice
          color={look.color}
          isOptional={false}
          onChoose={(color) => color !== null && onChange({ ...look, color })}
        />
      )}
      {look.set === 'color_by_value' && (
        <ValueColors colors={look.colors ?? []} onChange={(colors) => onChange({ ...look, colors: [...colors] })} />
      )}
      {look.set === 'color_by_number' && (
        <div className={styles['pair']}>
          <ColorField label={t('styling:from')} color={look.from} onChange={(from) => onChange({ ...look, from })} />
          <ColorField label={t('styling:to')} color={look.to} onChange={(to) => onChange({ ...look, to })} />
        </div>
      )}
      {look.set === 'size' && (
        <Choice
          label={t(`styling:looks.size.${draft.on}`)}
          value={look.size}
          options={NODE_SIZES.map((size) => ({ value: size, words: t(`types:sizes.${size}`) }))}
          onChoose={(size) => onChange({ ...look, size })}
        />
      )}
      {look.set === 'icon' && <IconChoice icon={look.icon} onChoose={(icon) => onChange({ ...look, icon })} />}
    </>
  );
}

interface ColorFieldProps {
  readonly label: string;
  readonly color: string;
  readonly onChange: (color: string) => void;
}

function ColorField({ label, color, onChange }: ColorFieldProps) {
  return (
    <label className={styles['field']}>
      <span>{label}</span>
      <input type="color" value={color} onChange={({ target }) => onChange(target.value)} />
    </label>
  );
}
