/** What the person is told of working together: by messages, beside fields, and for who listens. */
import { t } from '../../i18n/i18n';
import type { Clock } from '../../shared/clock';
import type { NetChanges } from '../../shared/graph/changes';
import { isSameField } from '../../store/presence';
import { watchCompany } from './company';
import { type DeletionPorts, OthersDeletions } from './others-deletions';
import { type AuthoredPatch, OthersNews } from './others-news';
import { OwnWork } from './own-work';

export interface Together {
  /** The person made an edit. */
  edited(changes: NetChanges): void;
  /** The view changed; called before it changes on the screen. */
  changed(changes: NetChanges, removedBy: ReadonlyMap<string, string>): void;
  /** Others' patches came in. */
  heard(patches: readonly AuthoredPatch[]): void;
  close(): void;
}

export function together(ports: Omit<DeletionPorts, 'work'> & { readonly clock: Clock }): Together {
  const { store, clock, nameOf } = ports;
  const work = new OwnWork(store, clock);
  const deletions = new OthersDeletions({ ...ports, work });
  const news = new OthersNews(ports);
  const stopWatching = watchCompany(store, clock);

  /** Someone wrote into the very field that the person is in. */
  const noteOverwriting = ({ clientId, ops }: AuthoredPatch) => {
    const { ownEditing } = store.getState();
    const isOver = ops.some(
      (op) => (op.op === 'set_property' || op.op === 'remove_property') && isSameField(op, ownEditing),
    );
    if (ownEditing !== null && isOver) store.setState({ overwrittenBy: nameOf(clientId) ?? t('together:someone') });
  };
  return {
    edited: (changes) => work.edited(changes),
    changed: (changes, removedBy) => deletions.changed(changes, removedBy),
    heard: (patches) => {
      news.heard(patches);
      patches.forEach(noteOverwriting);
    },
    close: () => {
      stopWatching();
      news.close();
    },
  };
}
