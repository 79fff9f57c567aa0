/** The icon of a label, found by what it shows. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ICON_NAMES, iconNamed } from '../../kit/icons';
import { TextInput } from '../../kit/TextInput';
import styles from './Choices.module.css';
import { iconTitle } from './icon-title';

interface IconChoiceProps {
  readonly icon: string | undefined;
  readonly onChoose: (icon: string) => void;
}

export function IconChoice({ icon, onChoose }: IconChoiceProps) {
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
        {found.map(({ name }) => (
          <IconButton key={name} name={name} title={iconTitle(name)} chosen={name === icon} onChoose={onChoose} />
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
  readonly name: string;
  readonly title: string;
  readonly chosen: boolean;
  readonly onChoose: (icon: string) => void;
}

function IconButton({ name, title, chosen, onChoose }: IconButtonProps) {
  const Icon = iconNamed(name);
  return (
    <button
      type="button"
      className={styles['icon']}
      aria-label={title}
      title={title}
      aria-pressed={chosen}
      onClick={() => onChoose(name)}
    >
      <Icon size={17} aria-hidden />
    </button>
  );
}
