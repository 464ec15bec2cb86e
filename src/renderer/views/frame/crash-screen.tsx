import { TriangleAlert } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { useText } from '../../text/text.ts';
import styles from './start-failure.module.css';

/** Shows what happened when a screen fails, instead of an empty window; the imports run elsewhere and go on. */
export class CrashBoundary extends Component<
  { readonly children: ReactNode },
  { readonly reason: string | null }
> {
  override state: { readonly reason: string | null } = { reason: null };

  static getDerivedStateFromError(thrown: unknown): { readonly reason: string } {
    return { reason: thrown instanceof Error ? thrown.message : String(thrown) };
  }

  override render(): ReactNode {
    const { reason } = this.state;
    return reason === null ? this.props.children : <CrashScreen reason={reason} />;
  }
}

function CrashScreen({ reason }: { readonly reason: string }) {
  const text = useText().frame;
  return (
    <main className={styles['screen']}>
      <EmptyState
        icon={TriangleAlert}
        title={text.crashedTitle}
        description={text.crashed(reason)}
        actions={
          <Button variant="primary" onPress={() => window.location.reload()}>
            {text.reload}
          </Button>
        }
      />
    </main>
  );
}
