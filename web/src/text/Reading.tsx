import { Prose } from '../parts/Prose';
import type { ReadingSection } from './blocks';

/** The prose reading of a stretch. */
export function Reading({ sections }: { sections: readonly ReadingSection[] }) {
  return (
    <div class="reading">
      {sections.map((section, index) => (
        <div key={index} class="section">
          <h3>{section.title}</h3>
          {section.blocks.map((block, number) => {
            switch (block.kind) {
              case 'heading':
                return <h4 key={number}>{block.text}</h4>;
              case 'quotation':
                return <blockquote key={number}><Prose text={block.text} /></blockquote>;
              default:
                return <p key={number} class={block.kind}>{block.mark !== undefined && <span class="mark">{block.mark}</span>} <span><Prose text={block.text} /></span></p>;
            }
          })}
        </div>
      ))}
    </div>
  );
}
