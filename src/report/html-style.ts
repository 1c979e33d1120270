/** The page's own style; colours of the system's choice, light or dark. */
export const style = `
:root{color-scheme:light dark;--page:#f6f7f9;--card:#fff;--ink:#16202c;--soft:#556070;--line:#dce1e8;--code:#f1f3f6;--link:#0b57b0;
--passed:#17703a;--failed:#b3261e;--warned:#8a5300;--noted:#0b6578;--skipped:#5b6472;--blocked:#7a4a00;--errored:#8b2a8b;
--passed-bar:#2e9e5b;--failed-bar:#d93a31;--warned-bar:#e8a13a;--noted-bar:#3aa7bd;--skipped-bar:#c3cad4;--blocked-bar:#b98636;--errored-bar:#b352b3;
--mark:#ffe08a;--mark-ink:#3a2a00;--key:#0b57b0;--string:#17703a;--number:#8b2a8b}
@media (prefers-color-scheme:dark){:root{--page:#10151b;--card:#181f28;--ink:#e6ebf2;--soft:#a3aebc;--line:#2d3743;--code:#10161d;--link:#8ab8ff;
--passed:#6fd396;--failed:#ff8f87;--warned:#f2bd66;--noted:#72cfe2;--skipped:#a3aebc;--blocked:#e0b169;--errored:#e39be3;
--skipped-bar:#4a5665;--mark:#6b5200;--mark-ink:#fff3cf;--key:#8ab8ff;--string:#6fd396;--number:#e39be3}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
header,main,footer{max-width:72rem;margin:0 auto;padding:0 1rem}
a{color:var(--link)}
code,pre,.slug{font-family:ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.86em}
h1,h2,h3,p,dl,dd,ul,pre{margin:0}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-999rem}.skip:focus{left:1rem;top:1rem;background:var(--card);padding:.5rem}
.tool{padding:1.5rem 0 .75rem;color:var(--soft)}
.outcome{background:var(--card);border:1px solid var(--line);border-left:.5rem solid var(--tone);border-radius:.5rem;padding:1.25rem 1.5rem}
.outcome h1{font-size:2rem;line-height:1.2;color:var(--tone)}
.outcome .target{font-size:1.1rem;margin-top:.25rem}
.outcome ul{margin:.75rem 0 0;padding-left:1.25rem}
.conformant,.conformant-in-part{--tone:var(--passed)}.non-conformant{--tone:var(--failed)}.not-judged{--tone:var(--warned)}
.live{background:var(--failed);color:var(--card);font-weight:700;padding:.6rem 1rem;border-radius:.5rem;margin-bottom:1rem}
.about{display:flex;flex-wrap:wrap;gap:.4rem 2rem;margin-top:1rem;padding-top:1rem;border-top:1px solid var(--line)}
.about dt{font-size:.8rem;color:var(--soft)}
.found-list ul{list-style:none;padding:.6rem 1rem;background:var(--card);border:1px solid var(--line);border-radius:.5rem}
.found-list li{padding:.2rem 0}.found-list a{font-weight:600}
.left-over{margin-top:1rem}
h2{font-size:1.25rem;margin:2rem 0 .75rem}
.chapters{width:100%;border-collapse:collapse;background:var(--card);border:1px solid var(--line);border-radius:.5rem}
.chapters th,.chapters td{padding:.3rem .9rem;text-align:left;font-weight:400;vertical-align:middle}
.chapters thead th{font-size:.8rem;color:var(--soft);border-bottom:1px solid var(--line)}
.chapters tr>:first-child{width:13rem}.chapters .counts{white-space:nowrap;width:1%}
.chapters .counts span{margin-right:.8rem}
.bar{display:block;width:100%;height:.8rem;border-radius:.2rem}
rect.passed{fill:var(--passed-bar)}rect.failed{fill:var(--failed-bar)}rect.warned{fill:var(--warned-bar)}rect.noted{fill:var(--noted-bar)}
rect.skipped{fill:var(--skipped-bar)}rect.blocked{fill:var(--blocked-bar)}rect.errored{fill:var(--errored-bar)}
.passed{color:var(--passed)}.failed{color:var(--failed)}.warned{color:var(--warned)}.noted{color:var(--noted)}
.skipped{color:var(--skipped)}.blocked{color:var(--blocked)}.errored{color:var(--errored)}
#filters{display:flex;flex-wrap:wrap;gap:.75rem 1.5rem;align-items:end;background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:.9rem 1rem;margin-bottom:1rem}
#filters[hidden],[hidden]{display:none}
fieldset{border:0;padding:0;margin:0;display:flex;flex-wrap:wrap;gap:.2rem .9rem;min-width:0}
legend,.field{font-size:.8rem;color:var(--soft);padding:0}
fieldset label{white-space:nowrap}
.field{display:flex;flex-direction:column;min-width:0;max-width:100%}
input[type=search],select,button{font:inherit;color:inherit;background:var(--page);border:1px solid var(--soft);border-radius:.35rem;padding:.3rem .6rem;min-width:0;max-width:100%}
button{cursor:pointer}
.found{flex-basis:100%;color:var(--soft);font-size:.9rem}
kbd{border:1px solid var(--line);border-radius:.25rem;padding:0 .35rem;font-size:.85em}
.chapter h3{font-size:1.05rem;margin:1.5rem 0 .5rem}
.chapter h3 .tally{color:var(--soft);font-weight:400;font-size:.9rem;margin-left:.5rem}
.requirement{background:var(--card);border:1px solid var(--line);border-radius:.4rem;margin:.3rem 0}
.requirement>summary{padding:.5rem .9rem;cursor:pointer}
.requirement[open]>summary{border-bottom:1px solid var(--line)}
.requirement[data-verdict=failed]{border-left:.3rem solid var(--failed-bar)}
.requirement[data-verdict=errored]{border-left:.3rem solid var(--errored-bar)}
.requirement[data-verdict=warned]{border-left:.3rem solid var(--warned-bar)}
.verdict{font-weight:600;white-space:nowrap}
.requirement>summary .verdict{display:inline-block;min-width:5.3rem}
.level{display:inline-block;min-width:4.2rem;font-size:.75rem;letter-spacing:.04em;color:var(--soft)}
.slug{font-weight:600;margin-right:.5rem}
.title{color:var(--soft)}
.evidence{padding:.9rem 1rem 1rem;scroll-margin-top:4rem}
.sentence{margin-bottom:.75rem}.anchor{font-size:.85rem;margin-left:.5rem}
.facts{display:grid;gap:.25rem;margin-bottom:.9rem}
.facts div{display:flex;gap:.75rem}.facts dt{flex:0 0 5rem;color:var(--soft)}.facts dd{min-width:0}
.finding,.variants{border-top:1px solid var(--line);padding-top:.6rem;margin-top:.6rem}
.finding>summary,.variants>summary,.exchange>summary{cursor:pointer}
.compared,.messages{display:grid;grid-template-columns:1fr 1fr;gap:.75rem;margin:.6rem 0}
.compared>div,.message{min-width:0}
.label{font-size:.8rem;color:var(--soft);font-weight:600}
.expected pre{border-left:.25rem solid var(--passed-bar)}.actual pre{border-left:.25rem solid var(--failed-bar)}
pre{background:var(--code);border:1px solid var(--line);border-radius:.35rem;padding:.6rem .8rem;white-space:pre-wrap;max-height:26rem;overflow:auto;margin-top:.25rem}
.headers{max-height:9rem;color:var(--soft)}
.hint{background:var(--code);border-left:.25rem solid var(--warned-bar);padding:.5rem .8rem;margin:.6rem 0}
.exchange{margin:.6rem 0}.exchange>summary{font-size:.9rem}
.command{margin-top:.75rem;position:relative}
.command pre{max-height:12rem}.command button{position:absolute;right:0;top:-.35rem;font-size:.8rem;padding:.05rem .6rem}
.more,.none,.reason{color:var(--soft);font-size:.9rem}
.variants ul{padding:.4rem 0 0;list-style:none}
mark{background:var(--mark);color:var(--mark-ink);border-radius:.15rem}
mark .key,mark .string,mark .number,mark .word{color:inherit;font-weight:700}
.key{color:var(--key)}.string{color:var(--string)}.number,.word{color:var(--number)}
footer{padding:2.5rem 1rem;color:var(--soft);font-size:.9rem}
@media (max-width:44rem){.compared,.messages{grid-template-columns:minmax(0,1fr)}.outcome{padding:1rem}.outcome h1{font-size:1.6rem}
.chapters,.chapters tbody{display:block}.chapters thead{display:none}.chapters tr{display:grid;grid-template-columns:minmax(0,1fr);padding:.45rem .7rem}
.chapters tr>:first-child{width:auto}.chapters th,.chapters td{padding:0}.chapters .counts{width:auto;white-space:normal}
.requirement>summary .title{display:block}.facts div{display:block}.evidence{padding:.75rem;scroll-margin-top:9rem}}
@media print{:root{--page:#fff;--card:#fff}#filters,.skip,.command button{display:none}body{font-size:11px}pre{max-height:none}.requirement,.outcome,.finding{break-inside:avoid-page}a{color:inherit;text-decoration:none}}
`;
