/** A link that was just made, to be copied. */
import { CopyButton } from '../../kit/CopyButton';
import { TextInput } from '../../kit/TextInput';
import type { Link } from '../../shared/protocol/links';
import { ROLE_WORDS } from '../access/role-words';
import styles from './Share.module.css';

export interface Issued {
  readonly link: Link;
  /** The whole address that it opens by. */
  readonly address: string;
}

export function IssuedLink({ link: { role }, address }: Issued) {
  return (
    <div className={styles['issued']} role="status">
      <p>
        Here it is: whoever opens it can {ROLE_WORDS[role].may}.
        {role === 'owner' && <strong> It is shown only now: copy it before you close this.</strong>}
      </p>
      <div className={styles['address']}>
        <TextInput
          readOnly
          dir="ltr"
          aria-label="The new link"
          value={address}
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton look="primary" label="Copy the new link" text={() => address} />
      </div>
    </div>
  );
}
