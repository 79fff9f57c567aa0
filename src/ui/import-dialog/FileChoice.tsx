/** The way to choose what is imported, with a word about what that can be. */
import { useTranslation } from 'react-i18next';
import { FileButton } from './FileButton';
import styles from './ImportDialog.module.css';

interface FileChoiceProps {
  /** One was chosen before. */
  readonly again: boolean;
  readonly onFile: (file: File) => void;
}

const ACCEPT = '.json,application/json,.csv,.tsv,.tab';

export function FileChoice({ again, onFile }: FileChoiceProps) {
  const { t } = useTranslation('files');
  return (
    <div className={styles['choice']}>
      {!again && <p>{t('choose')}</p>}
      <FileButton accept={ACCEPT} look={again ? 'quiet' : 'primary'} onFile={onFile}>
        {again ? t('chooseOther') : t('chooseFile')}
      </FileButton>
    </div>
  );
}
