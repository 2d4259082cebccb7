namespace Proviso.Formats.Page;

/// <summary>The style sheet of the page. It names no file and no address.</summary>
internal static class PageStyle
{
    /// <summary>Its text, as the page's content policy has its hash.</summary>
    public const string Text =
        """

        :root{color-scheme:light dark;
        --paper:#fbfaf7;--card:#fff;--ink:#1c1f24;--muted:#565c66;--rule:#d8d4c9;--link:#174a7c;--focus:#b45309;--sea:#e9eff2;--land:#d3cec1;--border:#fbfaf7;--edge:#2c3138;
        --kept:#2f6da3;--kept-l:#2f6da3;--quiet:#cfe0ee;--quiet-l:#2f6da3;--broken:#b3261e;--broken-l:#fff;--excused:#5d8f7b;--excused-l:#fff;--pending:#f0d58a;--pending-l:#6b4e00;
        --late:#e0a458;--late-l:#4c2f00;--open:#f1e9d8;--open-l:#5f5234;--ended:#3b434f;--ended-l:#c9ced6;--withdrawn:#7d5ba6;--withdrawn-l:#efe6fa;--void:#a7abb3;--void-l:#1c1f24;
        --expired:#8d9098;--expired-l:#fff;--suspended:#d9c7a0;--suspended-l:#5c4715;--offered:#e3efdd;--offered-l:#4d7a3a;--refused:#8f5b3a;--refused-l:#f6e3d6;--none:#fff;--none-l:#fff;
        --several:#fff;--several-l:#1c1f24;--tone-1:#174a7c;--tone-2:#b45309;--tone-3:#3f6b2e;--tone-4:#7d5ba6}
        @media screen and (prefers-color-scheme:dark){:root{
        --paper:#14171b;--card:#1b1f25;--ink:#e9e7e2;--muted:#b0b4bb;--rule:#3a414b;--link:#9ec7ee;--focus:#f5b942;--sea:#1b232b;--land:#444a50;--border:#1b232b;--edge:#d7d9dd;
        --kept:#5c9fd6;--kept-l:#5c9fd6;--quiet:#27435a;--quiet-l:#8fc1ea;--broken:#e5564b;--broken-l:#2a0603;--excused:#5d8f7b;--excused-l:#fff;--pending:#7a6015;--pending-l:#ffe6a3;
        --late:#9a6420;--late-l:#ffe1bd;--open:#57503d;--open-l:#f3e7c9;--ended:#9aa3b0;--ended-l:#20252c;--withdrawn:#a585d0;--withdrawn-l:#231235;--void:#5c626c;--void-l:#f2f3f5;
        --expired:#6d727b;--expired-l:#e9e7e2;--suspended:#6d5a2b;--suspended-l:#f6e3b4;--offered:#2c402a;--offered-l:#a8d596;--refused:#c08a66;--refused-l:#2d1608;--none:#14171b;--none-l:#14171b;
        --several:#14171b;--several-l:#e9e7e2;--tone-1:#9ec7ee;--tone-2:#f5b942;--tone-3:#a8d596;--tone-4:#c9b0ec}}
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%;scroll-behavior:smooth}
        @media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
        body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",Arial,sans-serif;overflow-wrap:break-word}
        header,main,footer{max-width:68rem;margin:0 auto;padding:0 1.25rem}
        header{padding-top:2.5rem}
        h1,h2,h3{font-family:Charter,"Bitstream Charter","Iowan Old Style",Georgia,"Liberation Serif",serif;line-height:1.2;text-wrap:balance}
        h1{font-size:clamp(1.6rem,4.5vw,2.5rem);margin:.2rem 0 .6rem}
        h2{font-size:1.6rem;margin:3rem 0 .8rem;padding-top:1rem;border-top:3px solid var(--ink)}
        h3{font-size:1.15rem;margin:1.8rem 0 .5rem}
        h4{font-size:.95rem;margin:1.2rem 0 .2rem}
        p{margin:.5rem 0;max-width:46rem}
        a{color:var(--link);text-underline-offset:.15em}
        a.out::after{content:" \2197"}
        :focus-visible{outline:3px solid var(--focus);outline-offset:2px}
        code{font:.85em ui-monospace,"DejaVu Sans Mono","Liberation Mono",monospace;color:var(--muted);font-weight:400}
        cite{font-style:normal}
        .kicker{margin:0;color:var(--muted);font-size:.85rem;letter-spacing:.03em}
        .moment{font-size:1.1rem}
        .what{color:var(--muted);border-left:3px solid var(--rule);padding-left:.8rem}
        .lead{font-size:1.05rem;max-width:52rem}
        .note,.gloss,.cause,.since{color:var(--muted);font-size:.875rem}
        .gloss,.cause,.since{display:block;font-weight:400}
        .note{max-width:52rem}
        .hidden,.skip:not(:focus){position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        .skip:focus{position:absolute;left:1rem;top:.5rem;background:var(--card);padding:.4rem .8rem}
        .store{position:absolute}
        nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;list-style:none;padding:0;margin:1rem 0 0}
        nav a{display:inline-block;padding:.25rem 0}
        section[aria-labelledby=glance] h2{margin-top:1.5rem}
        table{border-collapse:collapse;width:100%;font-size:.9375rem;background:var(--card)}
        caption{text-align:left;color:var(--muted);font-size:.875rem;padding:0 0 .4rem}
        th,td{text-align:left;vertical-align:top;padding:.55rem .7rem;border-top:1px solid var(--rule)}
        thead th{border-top:0;border-bottom:2px solid var(--ink);font-size:.85rem}
        tbody th{font-weight:400}
        td.day{white-space:nowrap;font-variant-numeric:tabular-nums}
        .matrix{table-layout:fixed}
        .matrix th:first-child{width:19%}
        .matrix .verdict{display:block}
        .swatch{vertical-align:-.2em;margin-right:.4rem;flex:none}
        .swatch .edge,.bar .edge{stroke:var(--edge);stroke-width:1}
        tr.part td.where{padding-left:1.8rem}
        tr.why td{border-top:0;padding-top:0}
        tr.part.why td{padding-left:1.8rem}
        summary{cursor:pointer;color:var(--link);padding:.2rem 0;width:fit-content;max-width:100%}
        details[open]>summary{font-weight:600}
        .account{border-left:3px solid var(--rule);padding:.1rem 0 .1rem .9rem;margin:.3rem 0 .8rem;max-width:52rem}
        .duty{max-width:52rem;font-family:Charter,"Bitstream Charter","Iowan Old Style",Georgia,"Liberation Serif",serif;font-size:1.05rem}
        .legend,.said,.turns,.sources ul{list-style:none;padding:0}
        .legend{display:flex;flex-wrap:wrap;gap:.3rem 1.3rem;margin:1rem 0;font-size:.875rem}
        .maps{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(19rem,100%),1fr));gap:1.6rem 1.4rem}
        .maps.one{grid-template-columns:minmax(0,44rem)}
        figure.map{margin:0;break-inside:avoid}
        .map svg:not(.swatch),svg.key{display:block;width:100%;height:auto;background:var(--sea);border:1px solid var(--rule)}
        figcaption{font-size:.875rem}
        .views{margin:.5rem 0 .3rem}
        .said{margin:0}
        .said li,.turns li,.rest dd{display:flex;align-items:baseline;margin:.15rem 0}
        .said .swatch,.turns .swatch,.rest .swatch{align-self:flex-start;margin-top:.25rem}
        .f-kept{fill:var(--kept)}.l-kept{stroke:var(--kept-l)}
        .f-quiet{fill:var(--quiet)}.l-quiet{stroke:var(--quiet-l)}
        .f-broken{fill:var(--broken)}.l-broken{stroke:var(--broken-l)}
        .f-excused{fill:var(--excused)}.l-excused{stroke:var(--excused-l)}
        .f-pending{fill:var(--pending)}.l-pending{stroke:var(--pending-l)}
        .f-late{fill:var(--late)}.l-late{stroke:var(--late-l)}
        .f-open{fill:var(--open)}.l-open{stroke:var(--open-l)}
        .f-ended{fill:var(--ended)}.l-ended{stroke:var(--ended-l)}
        .f-withdrawn{fill:var(--withdrawn)}.l-withdrawn{stroke:var(--withdrawn-l)}
        .f-void{fill:var(--void)}.l-void{stroke:var(--void-l)}
        .f-expired{fill:var(--expired)}.l-expired{stroke:var(--expired-l)}
        .f-suspended{fill:var(--suspended)}.l-suspended{stroke:var(--suspended-l)}
        .f-offered{fill:var(--offered)}.l-offered{stroke:var(--offered-l)}
        .f-refused{fill:var(--refused)}.l-refused{stroke:var(--refused-l)}
        .f-none{fill:var(--none)}.l-none{stroke:var(--none-l)}
        .f-several{fill:var(--several)}.l-several{stroke:var(--several-l)}
        [class^=l-]{fill:none;stroke-width:1.3}
        .l-several{fill:var(--several-l);stroke:none}
        .sea{fill:var(--sea)}
        .land{fill:var(--land);stroke:var(--land);stroke-width:2}
        .borders{fill:none;stroke:var(--border);stroke-width:.6;vector-effect:non-scaling-stroke}
        [id^=land-],.unsettled{vector-effect:non-scaling-stroke}
        .area{stroke:var(--edge);stroke-width:.8}
        .tint{fill:var(--quiet)}
        .unsettled{stroke:var(--edge);stroke-width:.6}
        .hatch{fill:none;stroke:var(--edge);stroke-width:1.4}
        .gap{fill:none;stroke:var(--card);stroke-width:3.2}
        .ring{fill:none;stroke:var(--edge);stroke-width:1.5;vector-effect:non-scaling-stroke}
        .site{fill:var(--ink);stroke:var(--card);stroke-width:1;vector-effect:non-scaling-stroke}
        .leader{fill:none;stroke:var(--ink);stroke-width:.8;vector-effect:non-scaling-stroke}
        .name{fill:var(--ink);stroke:var(--card);stroke-width:3px;vector-effect:non-scaling-stroke;paint-order:stroke;stroke-linejoin:round}
        .area-name{font-weight:700;letter-spacing:.06em}
        .scroll{overflow-x:auto}
        .scroll svg.key{min-width:30rem}
        .keys{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(30rem,100%),1fr));gap:1.4rem}
        .keys.one{grid-template-columns:minmax(0,44rem)}
        td.verdict{width:34%}
        .lanes{margin-bottom:1.5rem}
        .lane{margin:.5rem 0 1rem}
        .lane .who{margin:0;font-size:.875rem}
        .bar,.scale{display:block;overflow:visible}
        .now{stroke:var(--focus);stroke-width:2}
        .tick{stroke:var(--muted);stroke-width:1}
        .year{font-size:11px;fill:var(--muted)}
        .legend.said{margin:.8rem 0}
        .panels{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(28rem,100%),1fr));gap:1.6rem 2rem}
        .panels.one{grid-template-columns:minmax(0,48rem)}
        .chart{margin:.6rem 0 0;min-width:0}
        .chart td,.chart tbody th{padding:.25rem .7rem}
        .chart td .gloss{display:inline;margin-left:.5em}
        .plot{padding:.4rem .6rem 0 3.2rem}
        .plot svg{display:block;overflow:visible}
        .plot .now{stroke:var(--muted);stroke-width:1.5;stroke-dasharray:2 3}
        .grid{stroke:var(--rule);stroke-width:1}
        .limit{stroke:var(--ink);stroke-width:2.5}
        .limit.open{stroke-dasharray:6 4}
        .word{font-size:12px;font-weight:600;fill:var(--ink);stroke:var(--paper);stroke-width:3px;paint-order:stroke;stroke-linejoin:round}
        .mark use{fill:var(--tone);stroke:var(--paper);stroke-width:1}
        .mark.tone-2 use,.mark.tone-4 use{fill:none;stroke:var(--tone);stroke-width:2}
        .mark .span,.mark use[class]{fill:none;stroke:var(--tone);stroke-width:2}
        .mark .against{stroke-dasharray:3 3}
        .mark use.at-conflict{stroke:var(--ink);stroke-width:2}
        .mark use.at-over{stroke:var(--broken);stroke-width:2}
        .ink{--tone:var(--ink)}.tone-1{--tone:var(--tone-1)}.tone-2{--tone:var(--tone-2)}.tone-3{--tone:var(--tone-3)}.tone-4{--tone:var(--tone-4)}
        .turns{display:flex;flex-wrap:wrap;gap:0 1.2rem;margin:.2rem 0 0;font-size:.875rem}
        time{white-space:nowrap;font-variant-numeric:tabular-nums}
        .rest{font-size:.9375rem}
        .rest div{display:grid;grid-template-columns:minmax(9rem,17rem) 1fr;column-gap:1.2rem;padding:.35rem 0;border-top:1px solid var(--rule);break-inside:avoid}
        .rest dt{grid-row:1/span 99}
        .rest dd{grid-column:2;margin:.1rem 0}
        dl.views{display:grid;grid-template-columns:minmax(7rem,14rem) 1fr;gap:.3rem 1.2rem}
        dl.views dt{font-weight:600}
        dl.views dd{margin:0}
        .dispute{border-top:1px solid var(--rule);break-inside:avoid}
        .dispute h3{margin-top:1rem}
        .dispute li{margin:.4rem 0}
        .sources{padding-left:1.6rem}
        .sources>li{margin:.6rem 0}
        .sources ul{padding-left:1rem}
        .sources ul li{margin:.4rem 0}
        :target{background:color-mix(in srgb,var(--pending) 35%,transparent)}
        footer{margin-top:3rem;padding-top:1rem;padding-bottom:2rem;color:var(--muted);font-size:.875rem}
        @media (max-width:46rem){
        header{padding-top:1.2rem}
        .stack,.stack tbody,.stack tr,.stack td,.stack th,.stack caption{display:block;width:auto}
        .stack thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        .matrix th:first-child{width:auto}
        .stack tr{border-top:2px solid var(--rule);padding:.4rem 0}
        .stack tr.why{border-top:0;padding-top:0}
        .stack td,.stack tbody th{border:0;padding:.2rem .6rem}
        .stack td:empty{display:none}
        .stack td[data-label]::before{content:attr(data-label) ": ";color:var(--muted);font-size:.8rem}
        .matrix td[data-label]::before{display:block;content:attr(data-label)}
        .matrix td{padding:.35rem .6rem}
        .rest div,dl.views{display:block}
        .rest dt,dl.views dt{margin-top:.4rem}
        }
        @media print{
        @page{size:A4;margin:16mm 14mm}
        html{font-size:9pt}
        body{background:none}
        .keys{grid-template-columns:1fr 1fr}
        .keys.one{grid-template-columns:60%}
        .maps{gap:1rem}
        header,main,footer{max-width:none;padding:0}
        nav,.skip{display:none}
        h2,h3,h4,h2+p,.scale,.lane .who{break-after:avoid}
        tr,li,.lane,figure{break-inside:avoid}
        tr.why,figure.chart{break-inside:auto}
        .plot{break-inside:avoid}
        .charts .duty,.chart figcaption{break-after:avoid}
        thead{display:table-header-group}
        .scroll{overflow:visible}
        .scroll svg.key{min-width:0}
        .maps{grid-template-columns:repeat(3,1fr)}
        details::details-content{content-visibility:visible;display:block;block-size:auto;opacity:1}
        summary{color:inherit}
        a{color:inherit}
        svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}
        }
        @media (forced-colors:active){.swatch,.bar,.map svg,.chart svg{forced-color-adjust:none}}

        """;
}
