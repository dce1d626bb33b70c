import { Button, Drawer, Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './FormDialog.module.css';
import { FormMessage } from './FormMessage.js';
import { KeyHint } from './KeyHint.js';

interface FormDialogProps {
  opened: boolean;
  onClose: () => void;
  title: ReactNode;
  /** `drawer` (a panel at the right) for long forms; at phone width both fill the screen. */
  as?: 'modal' | 'drawer';
  /** The `form` part of useForm. */
  form: {
    ref: React.RefObject<HTMLFormElement | null>;
    noValidate: boolean;
    onSubmit: (event: React.FormEvent) => void;
  };
  message: string | null;
  saving: boolean;
  submitLabel?: string;
  /** Nothing brings back what the form does. */
  isFinal?: boolean;
  /** The `clear` of useForm: offered when the form began with an unsent text. */
  clear?: (() => void) | undefined;
  /** Stands left of the buttons. */
  footer?: ReactNode;
  children: ReactNode;
}

/** A form that floats: title, fields, message, cancel and save. ⌘/Ctrl + Enter saves from anywhere in it. */
export function FormDialog(props: FormDialogProps) {
  const isPhone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  const { t } = useTranslation();
  const shared = {
    opened: props.opened,
    onClose: props.onClose,
    title: props.title,
    classNames: { title: classes.title, header: classes.header, body: classes.body },
    closeButtonProps: { 'aria-label': t('action.close') },
  };
  const body = <FormBody {...props} />;
  return props.as === 'drawer' ? (
    <Drawer {...shared} position="right" size={isPhone ? '100%' : '30rem'}>
      {body}
    </Drawer>
  ) : (
    <Modal {...shared} fullScreen={isPhone} size="32rem" yOffset="12vh">
      {body}
    </Modal>
  );
}

function FormBody({ form, message, saving, submitLabel, isFinal, ...props }: FormDialogProps) {
  const { clear, footer, children, onClose } = props;
  const { t } = useTranslation();
  return (
    <form
      {...form}
      className={classes.form}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) event.currentTarget.requestSubmit();
      }}
    >
      <div className={classes.fields}>{children}</div>
      <FormMessage>{message}</FormMessage>
      <div className={classes.footer}>
        <div className={classes.aside}>
          {footer}
          {clear && (
            <Button variant="subtle" color="gray" onClick={clear}>
              {t('action.clear')}
            </Button>
          )}
        </div>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button
          type="submit"
          className={isFinal ? classes.final : undefined}
          loading={saving}
          rightSection={<KeyHint keys="mod+Enter" onAccent />}
        >
          {submitLabel ?? t('action.save')}
        </Button>
      </div>
    </form>
  );
}
