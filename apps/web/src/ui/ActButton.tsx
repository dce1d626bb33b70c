import { Button, type ButtonProps } from '@mantine/core';
import type { UseMutationResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { problemText } from '../api/problem-text.js';
import { toast } from './toasts.js';

interface ActButtonProps extends ButtonProps {
  /** What the press does; it takes nothing that the button does not know. */
  act: Pick<UseMutationResult<unknown, Error, void>, 'mutate' | 'isPending'>;
  /** What a toast says when it is done; why not, it says by itself. */
  done: string;
  onDone?: () => void;
  /** Texts for problem codes that only this act meets. */
  problems?: Partial<Record<string, string>>;
}

/** A quiet button that does one thing and says how it went. */
export function ActButton({ act, done, onDone, problems, ...button }: ActButtonProps) {
  const { t } = useTranslation();
  return (
    <Button
      variant="subtle"
      color="gray"
      {...button}
      loading={act.isPending}
      onClick={() =>
        act.mutate(undefined, {
          onSuccess: () => {
            toast(done);
            onDone?.();
          },
          onError: (error) => toast(problemText(error, t, problems), { tone: 'error' }),
        })
      }
    />
  );
}
