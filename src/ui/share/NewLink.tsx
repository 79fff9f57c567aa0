/** Makes a link with one press; one for an owner is asked about first. */
import { Eye, Pencil, Plus } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../kit/Button';
import { TextInput } from '../../kit/TextInput';
import type { Role } from '../../shared/access';
import { LIMITS } from '../../shared/limits';
import { useEditor } from '../../store/editor-context';
import { Confirm } from './Confirm';
import type { Issued } from './IssuedLink';
import styles from './Share.module.css';
import { useAction } from './use-action';

export function NewLink({ onIssued }: { onIssued: (issued: Issued) => void }) {
  const { t } = useTranslation(['share', 'access']);
  const { links, linkTo } = useEditor();
  const nameId = useId();
  const [name, setName] = useState('');
  const [asking, setAsking] = useState(false);
  const { busy, problem, run, forget } = useAction();
  const make = (role: Role) =>
    void run(async () => {
      setAsking(false);
      const { link, key } = await links.make(role, name.trim().toWellFormed());
      onIssued({ link, address: linkTo(key) });
      setName('');
    });
  return (
    <div className={styles['new']}>
      <div className={styles['for']}>
        <label className={styles['soft']} htmlFor={nameId}>
          {t('whomFor')}
        </label>
        <TextInput
          id={nameId}
          maxLength={LIMITS.linkNameLength}
          placeholder={t('whomForExample')}
          value={name}
          onChange={(event) => {
            setName(event.target.value);
            forget();
          }}
        />
      </div>
      <div className={styles['makers']}>
        <Button look="primary" disabled={busy} onClick={() => make('editor')}>
          <Pencil size={15} aria-hidden /> {t('make.editor')}
        </Button>
        <Button disabled={busy} onClick={() => make('viewer')}>
          <Eye size={15} aria-hidden /> {t('make.viewer')}
        </Button>
        <Button look="quiet" disabled={busy} aria-expanded={asking} onClick={() => setAsking(true)}>
          <Plus size={15} aria-hidden /> {t('ownerLink')}
        </Button>
      </div>
      {asking && (
        <Confirm
          question={t('access:ownerWarning')}
          yes={t('make.owner')}
          busy={busy}
          onYes={() => make('owner')}
          onNo={() => setAsking(false)}
        />
      )}
      {problem !== undefined && (
        <p role="alert" className={styles['problem']}>
          {problem}
        </p>
      )}
    </div>
  );
}
