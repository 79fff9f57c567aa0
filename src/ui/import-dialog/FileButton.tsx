/** A button by which a person chooses a file of their own. */
import { FolderOpen } from 'lucide-react';
import { type ComponentProps, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../kit/Button';

interface FileButtonProps extends Omit<ComponentProps<typeof Button>, 'onClick'> {
  /** What the browser offers first. */
  readonly accept: string;
  readonly onFile: (file: File) => void;
}

export function FileButton({ accept, onFile, children, ...rest }: FileButtonProps) {
  const { t } = useTranslation('files');
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...rest} onClick={() => input.current?.click()}>
        <FolderOpen size={15} aria-hidden /> {children}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t('file')}
        accept={accept}
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file !== undefined) onFile(file);
          // The same file may be chosen again, changed since.
          target.value = '';
        }}
      />
    </>
  );
}
