// A peer for all pages: `node node.mjs NAME` reads one record per line, {"id", "url"?, "html_base64"},
// and answers each with {"id", "html" or "text", "title", "byline", "date"} or {"id", "error"}.
import { createInterface } from 'node:readline';

const name = process.argv[2];
const { JSDOM, VirtualConsole } = await import('jsdom');

// Decodes the page's bytes like a browser: byte-order mark, then what the page declares.
function open(page, url) {
  return new JSDOM(page, {
    url: url || 'http://page.example/', contentType: 'text/html', virtualConsole: new VirtualConsole(),
  });
}

const makers = {
  async readability() {
    const { Readability } = await import('@mozilla/readability');
    return (page, url) => {
      const found = new Readability(open(page, url).window.document).parse();
      return found && {
        html: found.content, title: found.title, byline: found.byline, date: found.publishedTime,
      };
    };
  },
  async defuddle() {
    const { Defuddle } = await import('defuddle/node');
    return async (page, url) => {
      const at = url || 'http://page.example/';
      // useAsync would fetch what the page lacks from third parties; a benchmark must not use the network.
      const found = await Defuddle(open(page, url), at, { useAsync: false });
      return { html: found.content, title: found.title, byline: found.author, date: found.published };
    };
  },
  async 'article-extractor'() {
    const { extractFromHtml } = await import('@extractus/article-extractor');
    return async (page, url) => {
      const markup = open(page, url).serialize();
      const found = await extractFromHtml(markup, url || 'http://page.example/');
      return found && {
        html: found.content, title: found.title, byline: found.author, date: found.published,
      };
    };
  },
  // Readability's article through Turndown: what "save as Markdown" tools print.
  async turndown() {
    const read = await makers.readability();
    const { default: Turndown } = await import('turndown');
    const turndown = new Turndown({ headingStyle: 'atx', codeBlockStyle: 'fenced' });
    return (page, url) => {
      const found = read(page, url);
      return found && { ...found, markdown: turndown.turndown(found.html || '') };
    };
  },
  async unfluff() {
    const { default: unfluff } = await import('unfluff');
    return (page, url) => {
      const found = unfluff(open(page, url).serialize());
      return { text: found.text, title: found.title, byline: (found.author || [])[0], date: found.date };
    };
  },
  // Not an extractor: all text of the page, laid out. It shows what a converter leaves to its user.
  async 'html-to-text'() {
    const { convert } = await import('html-to-text');
    const options = { wordwrap: false, selectors: [
      { selector: 'a', options: { ignoreHref: true } }, { selector: 'img', format: 'skip' },
      { selector: 'h1', options: { uppercase: false } }, { selector: 'h2', options: { uppercase: false } },
      { selector: 'h3', options: { uppercase: false } }, { selector: 'h4', options: { uppercase: false } },
      { selector: 'h5', options: { uppercase: false } }, { selector: 'h6', options: { uppercase: false } },
      { selector: 'table', options: { uppercaseHeaderCells: false } }] };
    return (page, url) => ({ text: convert(open(page, url).serialize(), options) });
  },
};

// The libraries log to standard output, where only the answers belong.
const write = process.stdout.write.bind(process.stdout);
console.log = console.info = console.warn = console.debug = console.error = () => {};

const extract = await makers[name]();
for await (const line of createInterface({ input: process.stdin })) {
  const record = JSON.parse(line);
  let answer;
  try {
    const page = Buffer.from(record.html_base64, 'base64');
    answer = (await extract(page, record.url)) || { text: '' };
  } catch (error) {
    answer = { error: String(error) };
  }
  write(JSON.stringify({ id: record.id, ...answer }) + '\n');
}
