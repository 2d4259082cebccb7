import { useId, useState } from 'preact/hooks';
import { nameFault, type Draft } from './draft';

/** The files of a draft as tabs, and a field to add one. */
export function Files({ draft, onOpen, onAdd, onRemove, isOwn }: {
  draft: Draft;
  onOpen: (index: number) => void;
  onAdd: (name: string) => void;
  onRemove: (index: number) => void;
  /** True for a file that is only in the draft, and can be taken out of it. */
  isOwn: (path: string) => boolean;
}) {
  const id = useId();
  const [name, setName] = useState<string>();
  const fault = name === undefined || name.length === 0 ? undefined : nameFault(name, draft);
  const add = () => {
    if (name !== undefined && name.length > 0 && fault === undefined) {
      onAdd(name);
      setName(undefined);
    }
  };

  return (
    <div class="files">
      <div role="group" aria-label="Files of the draft" class="tabs">
        {draft.files.map((file, index) => <button key={file.path} type="button" aria-pressed={index === draft.open} onClick={() => onOpen(index)}>{file.path}</button>)}
        {name === undefined && <button type="button" class="plain" onClick={() => setName('reports.proviso')}>Add a file</button>}
        {draft.files.length > 1 && isOwn(draft.files[draft.open]!.path) && (
          <button type="button" class="plain" onClick={() => confirm(`Take ${draft.files[draft.open]!.path} out of the draft? Its text is lost.`) && onRemove(draft.open)}>Take out {draft.files[draft.open]!.path}</button>
        )}
      </div>
      {name !== undefined && (
        <form class="add" onSubmit={event => { event.preventDefault(); add(); }}>
          <div class="field">
            <label for={id}>Name of the new file</label>
            <input id={id} value={name} aria-invalid={fault !== undefined} aria-describedby={`${id}-fault`} onInput={event => setName(event.currentTarget.value)} />
            <span id={`${id}-fault`} class="says fault" hidden={fault === undefined}>{fault}</span>
          </div>
          <button type="submit" disabled={fault !== undefined}>Add</button>
          <button type="button" class="plain" onClick={() => setName(undefined)}>Do not add</button>
        </form>
      )}
    </div>
  );
}
