import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { SECOND } from '../../shared/units.ts';
import { useText } from '../text/text.ts';
import { Button } from './button.tsx';
import { copyText } from './copy-text.ts';

/** How long the button says that it has copied. */
const SAID_MS = 2 * SECOND;

/** Copies a text and says so in place, to eyes and to screen readers. */
export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const words = useText().common;
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), SAID_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);
  return (
    <>
      <Button size="small" icon={isCopied ? Check : Copy} onPress={() => setCopied(copyText(text))}>
        {isCopied ? words.copied : label}
      </Button>
      <span role="status" className="visually-hidden">
        {isCopied ? words.copied : ''}
      </span>
    </>
  );
}
