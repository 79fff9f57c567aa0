import { Component, type ReactNode } from 'react';
import { t } from '../i18n/i18n';
import { MessagePage } from '../ui/message-page/MessagePage';

/** Catches a bug in drawing the page: says so in words, with a way on. The trace goes to the console. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <MessagePage title={t('page:failed')}>
        <p>{t('page:failedAdvice')}</p>
        <button type="button" onClick={() => window.location.reload()}>
          {t('page:reload')}
        </button>
      </MessagePage>
    );
  }
}
