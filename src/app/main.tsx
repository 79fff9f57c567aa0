/** The page's beginning: which page it is by its address. */
// Before any schema is made: it has zod do without `eval`, which the content security policy forbids.
import '../shared/protocol/parse';

import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { useTranslation } from 'react-i18next';
import '../kit/tokens.css';
import { browserProblem } from '../engine/browser-worker';
import { startI18n } from '../i18n/i18n';
import { languageFor } from '../i18n/languages';
import { said } from '../i18n/said';
import { keptTheme, wearTheme } from '../kit/theme';
import { must } from '../shared/assert';
import { keptSnapping, setSnapping } from '../store/snapping';
import { MessagePage } from '../ui/message-page/MessagePage';
import { browserStorage } from './browser-storage';
import { EditorPage } from './EditorPage';
import { ErrorBoundary } from './ErrorBoundary';
import { registerServiceWorker } from './register-service-worker';
import { SpokenKit } from './SpokenKit';
import { StartRoute } from './StartRoute';
import { restrictScriptAddresses } from './script-addresses';

function Page() {
  const { t } = useTranslation('page');
  const [toImport, setToImport] = useState<File>();
  const path = window.location.pathname;
  const room = /^\/g\/([A-Za-z0-9_-]+)\/?$/u.exec(path)?.[1];
  const problem = room === undefined ? undefined : browserProblem();
  if (problem !== undefined) {
    return (
      <MessagePage title={t('browserCannot')}>
        <p>{said(problem)}</p>
      </MessagePage>
    );
  }
  if (room !== undefined) return <EditorPage room={room} toImport={toImport} />;
  if (path === '/') return <StartRoute onFileOpened={setToImport} />;
  return (
    <MessagePage title={t('noSuchPage')}>
      <p>{t('noSuchPageAdvice')}</p>
    </MessagePage>
  );
}

restrictScriptAddresses();
// Before anything is drawn: nothing is seen in other colours, or another language, first.
wearTheme(keptTheme(browserStorage()));
setSnapping(keptSnapping(browserStorage()));
startI18n(languageFor(browserStorage(), navigator.languages));

createRoot(must(document.getElementById('root'), 'the root element')).render(
  <StrictMode>
    <ErrorBoundary>
      <SpokenKit>
        <Page />
      </SpokenKit>
    </ErrorBoundary>
  </StrictMode>,
);

registerServiceWorker();
