import { Component, type ReactNode } from 'react';
import { ApiProblem } from '../data/api-problem.ts';
import { ProblemPanel } from '../parts/problem-panel.tsx';

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
    return (
      <ProblemPanel
        problem={new ApiProblem(0, { code: 'bug', reference: failed.message.slice(0, 200), retry: 'now' })}
        onRetry={() => window.location.reload()}
      />
    );
  }
}
