/** What a problem type means and what to do about it. */

/** An explanation as a paragraph. */
export const Explanation = ({ text }: { text: string }) => (
  <p class="explained">{text.split("`").map((part, index) => (index % 2 === 0 ? part : <code>{part}</code>))}</p>
);
