import { CATEGORIES } from "./data.ts";
import { type Cases, masculine, notYours, plural } from "./grammar.ts";

/*
 * German words for English texts of records that are part of sentences, by the text. A text that is missing here
 * is said by its kinds of data (headline.ts): a new or changed record needs no translation, but has a more
 * exact sentence with one. Subordinate clauses are in brackets, so that no comma must close them.
 */

const yours = (noun: string, rest: Parameters<typeof plural>[1] = {}): Cases => plural(noun, rest).yours;
const others = (acc: string, dat = acc): Cases => notYours(acc, dat).yours;

const BEHAVIOUR = others("Daten über Ihr Verhalten");
const CHATS = yours("Chats");
const CONTENT = yours("Inhalte", { adjective: "veröffentlicht", dative: "Inhalten" });
const FEEDBACK = yours("Rückmeldungen");
const FEATURE_INPUT = yours("Eingaben", { after: "in KI-Funktionen" });
const FROM_OTHERS = others("Angaben anderer über Sie");
const FROM_PARTNERS = others("Daten über Sie von Partnern");
const MEETINGS = CATEGORIES.meetings.yours;
const MESSAGES = yours("Nachrichten", { adjective: "privat" });
const POSTS = CATEGORIES.posts.yours;
const PROFILE = CATEGORIES.profile.yours;
const SEARCHES = CATEGORIES["search-history"].yours;
const TYPED_TO_ALEXA = yours("Texteingaben");
const TRANSCRIPTS = others("Abschriften Ihrer Gespräche");
const UPLOADS = CATEGORIES.uploads.yours;
const USAGE = CATEGORIES.usage.yours;
const VOICE_RECORDINGS = yours("Sprachaufnahmen");

/** The data that a practice names as its subject. */
export const SUBJECTS: Readonly<Record<string, readonly Cases[]>> = {
  "chats in its older app": [yours("Chats", { after: "in der älteren App" })],
  "chats in its updated app": [yours("Chats", { after: "in der neuen App" })],
  "data about what you do": [BEHAVIOUR],
  "data about you and how you use it": [others("Daten über Sie und Ihre Nutzung")],
  "data about you from other people and sources": [others("Daten über Sie von anderen Personen und Quellen")],
  "data about your messages and your LINE VOOM posts": [
    others("Daten über Ihre Nachrichten"),
    yours("Beiträge", { dative: "Beiträgen", after: "in LINE VOOM" }),
  ],
  "data that it collects about you": [others("gesammelte Daten über Sie", "gesammelten Daten über Sie")],
  "email in a mailbox that you link to it": [others("E-Mails in einem verknüpften Postfach")],
  "free assets that you put in its store": [
    yours("Inhalte", { adjective: "kostenlos", dative: "Inhalten", after: "im Shop" }),
  ],
  "games and items that you create": [
    yours("Spiele", { adjective: "selbst erstellt", dative: "Spielen" }),
    yours("Gegenstände", { adjective: "selbst erstellt", dative: "Gegenständen" }),
  ],
  "private code that you do not give to its AI": [
    { ...masculine("Code", { adjective: "privat" }).yours, unless: "außer Sie geben ihn der KI" },
  ],
  "prompts that you send to models it hosts": [yours("Eingaben", { after: "an dort gehostete Modelle" })],
  "public data in which you may appear": [
    others("öffentliche Daten (vielleicht auch über Sie)", "öffentlichen Daten (vielleicht auch über Sie)"),
  ],
  "questions that you enter into its text-writing service": [
    yours("Fragen", { after: "an den KI-Schreibdienst" }),
  ],
  "recordings of your voice, camera and screen": [others("Aufnahmen von Stimme, Kamera und Bildschirm")],
  "some of the public videos that people upload": [
    others("einen Teil der öffentlichen Videos", "einem Teil der öffentlichen Videos"),
  ],
  "some public videos, in which you may appear": [
    others(
      "einige öffentliche Videos (vielleicht mit Ihnen)",
      "einigen öffentlichen Videos (vielleicht mit Ihnen)",
    ),
  ],
  "survey answers, de-identified where possible": [
    others("Umfrageantworten (möglichst ohne direkten Personenbezug)"),
  ],
  "the music you upload": [{ acc: "Ihre hochgeladene Musik", dat: "Ihrer hochgeladenen Musik" }],
  "the public content of your sites": [
    others("die öffentlichen Inhalte Ihrer Websites", "den öffentlichen Inhalten Ihrer Websites"),
  ],
  "the works you publish": [yours("Werke", { adjective: "veröffentlicht", dative: "Werken" })],
  "usage data and data about you from partners": [USAGE, FROM_PARTNERS],
  "usage data and your posts on Atlassian's websites": [
    USAGE,
    yours("Beiträge", { dative: "Beiträgen", after: "auf Websites von Atlassian" }),
  ],
  "videos of others in which you appear": [others("Videos anderer (mit Ihnen im Bild oder Ton)")],
  "videos that you upload": [yours("Videos", { adjective: "hochgeladen" })],
  "what others publish about you": [FROM_OTHERS],
  "what others tell Meta AI about you": [others("Angaben anderer über Sie gegenüber Meta AI")],
  "what people write there": [others("dort veröffentlichte Texte", "dort veröffentlichten Texten")],
  "what you do on Wix and on sites made with it": [
    others("Daten über Ihr Verhalten auf Wix (auch auf damit erstellten Websites)"),
  ],
  "what you enter into Copilot and the code it works on": [
    yours("Eingaben", { after: "in Copilot" }),
    others("den dabei bearbeiteten Code", "dem dabei bearbeiteten Code"),
  ],
  "what you enter into its AI features": [FEATURE_INPUT],
  "what you enter into its AI tools or get from them": [
    yours("Eingaben", { after: "in KI-Werkzeuge" }),
    others("die Antworten darauf", "den Antworten darauf"),
  ],
  "what you give My AI and its other AI features": [
    yours("Eingaben", { after: "in My AI und andere KI-Funktionen" }),
  ],
  "what you play, search for, post and say to it": [
    yours("Wiedergaben"),
    SEARCHES,
    POSTS,
    yours("Spracheingaben"),
  ],
  "what you provide when you use it": [yours("Eingaben"), UPLOADS],
  "what you publish": [CONTENT],
  "what you put on your sites": [others("die Inhalte Ihrer Websites", "den Inhalten Ihrer Websites")],
  "what you say, write, show or share in Zoom": [
    yours("Gespräche", { dative: "Gesprächen", after: "in Zoom" }),
    yours("Nachrichten"),
    yours("Inhalte", { adjective: "geteilt", dative: "Inhalten" }),
  ],
  "what you share in ChatGPT Health": [yours("Angaben", { after: "in ChatGPT Health" })],
  "what you stream, post and write in chats": [yours("Streams"), POSTS, yours("Chatnachrichten")],
  "what you type into its AI features": [FEATURE_INPUT],
  "what you type to Alexa, your transcripts and its answers": [
    TYPED_TO_ALEXA,
    TRANSCRIPTS,
    others("die Antworten von Alexa", "den Antworten von Alexa"),
  ],
  "what you type, enter or post": [yours("Eingaben"), POSTS],
  "what you write and upload": [yours("Texte", { dative: "Texten" }), UPLOADS],
  "your account details": [yours("Kontoangaben")],
  "your chats and uploads": [CHATS, UPLOADS],
  "your chats in Lumo": [yours("Chats", { after: "in Lumo" })],
  "your chats in HuggingChat": [yours("Chats", { after: "in HuggingChat" })],
  "your chats once de-identified, and your feedback": [
    yours("Chats", { after: "ohne direkten Personenbezug" }),
    FEEDBACK,
  ],
  "your chats with Meta AI": [yours("Chats", { after: "mit Meta AI" })],
  "your chats with its AI": [yours("KI-Chats")],
  "your content": [yours("Inhalte", { dative: "Inhalten" })],
  "your email": [yours("E-Mails")],
  "your email, chats and calls": [yours("E-Mails"), CHATS, yours("Anrufe", { dative: "Anrufen" })],
  "your messages to its customer service": [yours("Nachrichten", { after: "an den Kundendienst" })],
  "your personal data": [yours("Daten", { adjective: "persönlich" })],
  "your personal information, including your payments": [
    yours("Daten", { adjective: "persönlich", after: "samt Zahlungen" }),
  ],
  "your personal messages unless someone sends them to Meta AI": [
    { ...yours("Nachrichten", { adjective: "persönlich" }), unless: "außer jemand schickt sie an Meta AI" },
  ],
  "your posts and private messages": [POSTS, MESSAGES],
  "your private messages unless someone shares them with its AI": [
    { ...MESSAGES, unless: "außer jemand teilt sie mit der KI" },
  ],
  "your photos and profile": [yours("Fotos"), PROFILE],
  "your profile, posts, group messages, resumes and AI chats": [
    PROFILE,
    POSTS,
    yours("Gruppennachrichten"),
    yours("Lebensläufe", { dative: "Lebensläufen" }),
    yours("KI-Chats"),
  ],
  "your protected posts": [yours("Beiträge", { adjective: "geschützt", dative: "Beiträgen" })],
  "your recordings, meetings and feedback": [yours("Aufnahmen"), MEETINGS, FEEDBACK],
  "your requests to support": [CATEGORIES.support.yours],
  "your searches, chats and files": [SEARCHES, CHATS, yours("Dateien")],
  "your videos": [yours("Videos")],
  "your videos, public or not": [
    { acc: "Ihre öffentlichen und privaten Videos", dat: "Ihren öffentlichen und privaten Videos" },
  ],
  "your voice recordings": [VOICE_RECORDINGS],
};

/** The models that a denial is limited to, in the accusative: `trainiert … nicht mit …`. */
export const MODELS: Readonly<Record<string, string>> = {
  "Gemini and other general models": "Gemini und andere allgemeine Modelle",
  "generative AI that imitates your voice, music or likeness":
    "generative KI zum Nachahmen Ihrer Stimme, Ihrer Musik oder Ihres Aussehens",
  "its foundation models": "die eigenen Basismodelle",
  "models that make music": "Modelle zum Erzeugen von Musik",
};
