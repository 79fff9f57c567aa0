/** Which language the page speaks. Each is called what it calls itself: who reads nothing else finds it. */
import { Languages } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../../i18n/languages';
import styles from './LanguageSwitch.module.css';

interface LanguageSwitchProps {
  /** Only a sign that opens the list, where there is no room for a name. */
  readonly compact?: boolean;
  readonly onChoose: (language: Language) => void;
}

export function LanguageSwitch({ compact = false, onChoose }: LanguageSwitchProps) {
  const { t, i18n } = useTranslation('topBar');
  return (
    <span className={styles['switch']} data-compact={compact}>
      <Languages size={16} aria-hidden />
      <select
        className={styles['select']}
        aria-label={t('language')}
        title={t('language')}
        value={i18n.language}
        onChange={(event) => {
          const language = LANGUAGES.find((each) => each === event.target.value);
          if (language !== undefined) onChoose(language);
        }}
      >
        {LANGUAGES.map((language) => (
          <option key={language} value={language} lang={language}>
            {LANGUAGE_NAMES[language]}
          </option>
        ))}
      </select>
    </span>
  );
}
