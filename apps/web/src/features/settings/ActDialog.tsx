import type { ReactNode } from 'react';
import { FormDialog, useForm } from '../../ui/index.js';

interface ActDialogProps {
  title: string;
  submitLabel: string;
  /** What it does, in words. */
  children: ReactNode;
  act: () => Promise<unknown>;
  onDone: () => void;
  onClose: () => void;
  /** Texts for problem codes of its own. */
  problems?: Partial<Record<string, string>>;
}

/** Says what an act that cannot be undone does, before it is done. */
export function ActDialog({ act, onDone, problems, children, ...dialog }: ActDialogProps) {
  const form = useForm({ initial: {}, save: act, onSaved: onDone, ...(problems ? { problems } : {}) });
  return (
    <FormDialog opened {...dialog} {...form}>
      {children}
    </FormDialog>
  );
}
