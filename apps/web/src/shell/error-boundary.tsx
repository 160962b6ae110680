import { Component, type ReactNode } from 'react';
import { PlainProblem } from './plain-problem.tsx';

interface Props {
  readonly children: ReactNode;
}

/** A bug in a screen: nothing is lost, because everything that counts is in the journal. */
export class ErrorBoundary extends Component<Props, { readonly failed?: Error }> {
  override state: { readonly failed?: Error } = {};

  static getDerivedStateFromError(failed: Error) {
    return { failed };
  }

  override render() {
    const { failed } = this.state;
    if (!failed) return this.props.children;
    return <PlainProblem reference={failed.message.slice(0, 200)} onRetry={() => window.location.reload()} />;
  }
}
