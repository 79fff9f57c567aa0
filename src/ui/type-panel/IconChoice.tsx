/** The icon of a label or edge type, found by what it shows. */
import { Ban, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ICON_NAMES, iconNamed } from '../../kit/icons';
import { TextInput } from '../../kit/TextInput';
import styles from './Choices.module.css';
import { iconTitle } from './icon-title';

interface IconChoiceProps {
  readonly icon: string | undefined;
  readonly onChoose: (icon: string) => void;
  /** What can do without an icon. */
  readonly onNone?: (() => void) | undefined;
}

export function IconChoice({ icon, onChoose, onNone }: IconChoiceProps) {
  const { t } = useTranslation(['types', 'icons']);
  const [sought, setSought] = useState('');
  const wanted = sought.normalize('NFKC').trim().toLowerCase();
  const found = ICON_NAMES.map((name) => ({ name, words: t(`icons:${name}`) })).filter(({ words }) =>
    words.toLowerCase().includes(wanted),
  );
  return (
    <fieldset className={styles['choice']}>
      <legend>{t('types:icon')}</legend>
      <TextInput
        type="search"
        aria-label={t('types:findIcon')}
        placeholder={t('types:findIcon')}
        value={sought}
        onChange={(event) => setSought(event.target.value)}
      />
      <div className={styles['icons']}>
        {onNone !== undefined && sought === '' && (
          <IconButton Icon={Ban} title={t('types:noIcon')} chosen={icon === undefined} onChoose={onNone} />
        )}
        {found.map(({ name }) => (
          <IconButton
            key={name}
            Icon={iconNamed(name)}
            title={iconTitle(name)}
            chosen={name === icon}
            onChoose={() => onChoose(name)}
          />
        ))}
      </div>
      {/* Always in the page, so that screen readers say what comes into it. */}
      <p role="status" className={styles['hint']}>
        {found.length === 0 && t('types:noIconFound')}
      </p>
    </fieldset>
  );
}

interface IconButtonProps {
  readonly Icon: LucideIcon;
  readonly title: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function IconButton({ Icon, title, chosen, onChoose }: IconButtonProps) {
  return (
    <button
      type="button"
      className={styles['icon']}
      aria-label={title}
      title={title}
      aria-pressed={chosen}
      onClick={onChoose}
    >
      <Icon size={17} aria-hidden />
    </button>
  );
}
