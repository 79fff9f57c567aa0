/** The page's beginning: which page it is by its address. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../kit/tokens.css';
import { browserProblem } from '../engine/browser-worker';
import { startI18n } from '../i18n/i18n';
import { languageFor } from '../i18n/languages';
import { must } from '../shared/assert';
import { MessagePage } from '../ui/message-page/MessagePage';
import { browserStorage } from './browser-storage';
import { EditorPage } from './EditorPage';
import { ErrorBoundary } from './ErrorBoundary';
import { registerServiceWorker } from './register-service-worker';
import { StartRoute } from './StartRoute';
import { restrictScriptAddresses } from './script-addresses';

function Page() {
  const path = window.location.pathname;
  const room = /^\/g\/([A-Za-z0-9_-]+)\/?$/u.exec(path)?.[1];
  const problem = room === undefined ? undefined : browserProblem();
  if (problem !== undefined) {
    return (
      <MessagePage title="This browser cannot run the graph database">
        <p>{problem}</p>
      </MessagePage>
    );
  }
  if (room !== undefined) return <EditorPage room={room} />;
  if (path === '/') return <StartRoute />;
  return (
    <MessagePage title="There is no such page">
      <p>Check the address, or begin from the list of graphs.</p>
    </MessagePage>
  );
}

restrictScriptAddresses();
startI18n(languageFor(browserStorage(), navigator.languages));

createRoot(must(document.getElementById('root'), 'the root element')).render(
  <StrictMode>
    <ErrorBoundary>
      <Page />
    </ErrorBoundary>
  </StrictMode>,
);

registerServiceWorker();
