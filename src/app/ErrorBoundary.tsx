import { Component, type ReactNode } from 'react';
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
      <MessagePage title="Something went wrong in this page">
        <p>That is a mistake of ours. What was saved is safe on the server; reload the page to go on.</p>
        <button type="button" onClick={() => window.location.reload()}>
          Reload
        </button>
      </MessagePage>
    );
  }
}
