/** Looking at the schema as a whole. */
import { Waypoints } from 'lucide-react';
import { t } from '../i18n/i18n';
import type { Command } from './command';

export const SCHEMA_KEYS = 'Alt+Shift+S';

export const schemaCommands: readonly Command[] = [
  {
    id: 'open-schema',
    title: () => t('schemaPanel:open'),
    titleNow: ({ panel }) => t(panel === 'schema' ? 'schemaPanel:close' : 'schemaPanel:open'),
    group: 'view',
    icon: Waypoints,
    keys: [SCHEMA_KEYS],
    run: ({ editor }) => editor.store.setState(({ panel }) => ({ panel: panel === 'schema' ? undefined : 'schema' })),
  },
];
