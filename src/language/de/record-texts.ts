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

const singular = (acc: string, dat: string): Cases => ({ acc, dat });
const ANSWERS = others("die Antworten darauf", "den Antworten darauf");
const CALLS = yours("Anrufe", { dative: "Anrufen" });
const CODE = masculine("Code").yours;

/** The data that a practice names as its subject. */
export const SUBJECTS: Readonly<Record<string, readonly Cases[]>> = {
  "anonymised data about your use, inputs included": [
    others("anonymisierte Daten über Ihre Nutzung", "anonymisierten Daten über Ihre Nutzung"),
  ],
  "chats in its older app": [yours("Chats", { after: "in der älteren App" })],
  "chats in its updated app": [yours("Chats", { after: "in der neuen App" })],
  "commands to Bixby": [yours("Befehle", { dative: "Befehlen", after: "an Bixby" })],
  "content that you process in some of its AI services": [
    yours("Inhalte", { dative: "Inhalten", after: "in einigen KI-Diensten" }),
  ],
  "data about what you do": [BEHAVIOUR],
  "data about you and how you use it": [others("Daten über Sie und Ihre Nutzung")],
  "data about you as a customer and your online activity": [
    others("Daten über Sie als Kundin oder Kunde und Ihr Verhalten im Netz"),
  ],
  "data about you from other people and sources": [others("Daten über Sie von anderen Personen und Quellen")],
  "data about your messages and your LINE VOOM posts": [
    others("Daten über Ihre Nachrichten"),
    yours("Beiträge", { dative: "Beiträgen", after: "in LINE VOOM" }),
  ],
  "data from MSN": [yours("Daten", { after: "aus MSN" })],
  "data from services that you connect": [others("Daten aus verknüpften Diensten")],
  "data from your organisation's identity provider": [others("Daten aus der Anmeldung Ihrer Organisation")],
  "data on how you use Fireworks AI": [USAGE],
  "data on how you use Grok": [USAGE],
  "data that it collects about you": [others("gesammelte Daten über Sie", "gesammelten Daten über Sie")],
  "data that you generate or submit": [others("Daten von Ihnen")],
  "diagnostic data and use of the device": [
    others("Diagnosedaten"),
    others("Daten über die Nutzung des Geräts"),
  ],
  "email in a mailbox that you link to it": [others("E-Mails in einem verknüpften Postfach")],
  "feedback and what it concerns": [others("Rückmeldungen samt den Inhalten dazu")],
  "files you import from Google Drive": [yours("Dateien", { after: "aus Google Drive" })],
  "footage from your cameras": [others("Bilder Ihrer Kameras", "Bildern Ihrer Kameras")],
  "free assets that you put in its store": [
    yours("Inhalte", { adjective: "kostenlos", dative: "Inhalten", after: "im Shop" }),
  ],
  "games and items that you create": [
    yours("Spiele", { adjective: "selbst erstellt", dative: "Spielen" }),
    yours("Gegenstände", { adjective: "selbst erstellt", dative: "Gegenständen" }),
  ],
  "hashes of what you upload": [others("Hashwerte Ihrer Uploads", "Hashwerten Ihrer Uploads")],
  "outputs and what you share in the service": [
    others("Ausgaben der KI"),
    yours("Inhalte", { adjective: "geteilt", dative: "Inhalten" }),
  ],
  "pages and files that AI features on your device process": [
    others("Seiten und Dateien, die KI-Funktionen auf Ihrem Gerät verarbeiten (lokal)"),
  ],
  "popular requests and samples of mail on your device": [
    others("häufige Anfragen", "häufigen Anfragen"),
    others("Proben von E-Mails auf Ihrem Gerät"),
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
  "recordings of Bixby": [yours("Aufnahmen", { after: "aus Bixby" })],
  "recordings of what you say to Siri": [yours("Aufnahmen", { after: "aus Siri" })],
  "recordings of your voice": [VOICE_RECORDINGS],
  "recordings of your voice from Google Assistant": [
    yours("Sprachaufnahmen", { after: "aus Google Assistant" }),
  ],
  "recordings of your voice, camera and screen": [others("Aufnahmen von Stimme, Kamera und Bildschirm")],
  "requests to Siri": [yours("Anfragen", { after: "an Siri" })],
  "searches and other data from Bing": [
    others("Suchen und andere Daten aus Bing", "Suchen und anderen Daten aus Bing"),
  ],
  "sensor readings and use of devices": [
    others("Messwerte von Sensoren", "Messwerten von Sensoren"),
    others("Daten über die Nutzung von Geräten"),
  ],
  "snapshots of your screen": [others("Aufnahmen Ihres Bildschirms")],
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
  "the data of your closed account": [others("Daten Ihres geschlossenen Kontos")],
  "the data that AI features process": [others("Daten aus KI-Funktionen")],
  "the music you upload": [{ acc: "Ihre hochgeladene Musik", dat: "Ihrer hochgeladenen Musik" }],
  "the pictures, recordings and files that you give to Maps": [
    yours("Bilder", { dative: "Bildern", after: "in Maps" }),
    yours("Aufnahmen", { after: "in Maps" }),
    yours("Dateien", { after: "in Maps" }),
  ],
  "the pictures, recordings and files that you search with": [
    yours("Bilder", { dative: "Bildern", after: "aus Suchen" }),
    yours("Aufnahmen", { after: "aus Suchen" }),
    yours("Dateien", { after: "aus Suchen" }),
  ],
  "the public content of your sites": [
    others("die öffentlichen Inhalte Ihrer Websites", "den öffentlichen Inhalten Ihrer Websites"),
  ],
  "the recordings and pictures that you search with": [
    yours("Aufnahmen", { after: "aus Suchen" }),
    yours("Bilder", { dative: "Bildern", after: "aus Suchen" }),
  ],
  "the stories that you write": [yours("Geschichten")],
  "the stories that you write and enter": [yours("Geschichten")],
  "the texts you enter": [yours("Texte", { adjective: "eingegeben", dative: "Texten" })],
  "the texts, pictures and other content you provide": [
    yours("Texte", { dative: "Texten" }),
    yours("Bilder", { dative: "Bildern" }),
    yours("Inhalte", { adjective: "ander", dative: "Inhalten" }),
  ],
  "the works you publish": [yours("Werke", { adjective: "veröffentlicht", dative: "Werken" })],
  "usage data and data about you from partners": [USAGE, FROM_PARTNERS],
  "usage data and your posts on Atlassian's websites": [
    USAGE,
    yours("Beiträge", { dative: "Beiträgen", after: "auf Websites von Atlassian" }),
  ],
  "usage of your Samsung devices": [others("Daten über die Nutzung Ihrer Geräte von Samsung")],
  "videos of others in which you appear": [others("Videos anderer (mit Ihnen im Bild oder Ton)")],
  "videos that you upload": [yours("Videos", { adjective: "hochgeladen" })],
  "what others publish about you": [FROM_OTHERS],
  "what others tell its AI about you": [others("Angaben anderer über Sie in KI-Chats")],
  "what others tell Meta AI about you": [others("Angaben anderer über Sie gegenüber Meta AI")],
  "what people write there": [others("dort veröffentlichte Texte", "dort veröffentlichten Texten")],
  "what you ask DreamUp, comments and notes": [
    yours("Eingaben", { after: "in DreamUp" }),
    yours("Kommentare", { dative: "Kommentaren" }),
    yours("Notizen"),
  ],
  "what you ask Gemini for Home": [yours("Fragen", { after: "an Gemini for Home" })],
  "what you ask Siri and Apple Intelligence": [yours("Fragen", { after: "an Siri und Apple Intelligence" })],
  "what you ask Siri and dictate": [
    yours("Fragen", { after: "an Siri" }),
    yours("Diktate", { dative: "Diktaten" }),
  ],
  "what you do on Wix and on sites made with it": [
    others("Daten über Ihr Verhalten auf Wix (auch auf damit erstellten Websites)"),
  ],
  "what you enter and get back": [yours("Eingaben"), ANSWERS],
  "what you enter in PartyRock and get back": [others("Ein- und Ausgaben in PartyRock")],
  "what you enter into AI features": [FEATURE_INPUT],
  "what you enter into Copilot and the code it works on": [
    yours("Eingaben", { after: "in Copilot" }),
    others("den dabei bearbeiteten Code", "dem dabei bearbeiteten Code"),
  ],
  "what you enter into its AI features": [FEATURE_INPUT],
  "what you enter into its AI services": [yours("Eingaben", { after: "in KI-Dienste" })],
  "what you enter into its AI tools or get from them": [
    yours("Eingaben", { after: "in KI-Werkzeuge" }),
    others("die Antworten darauf", "den Antworten darauf"),
  ],
  "what you enter, get and upload": [yours("Eingaben"), ANSWERS, UPLOADS],
  "what you give My AI and its other AI features": [
    yours("Eingaben", { after: "in My AI und andere KI-Funktionen" }),
  ],
  "what you give to AI features in the browser": [
    yours("Eingaben", { after: "in KI-Funktionen des Browsers" }),
  ],
  "what you give to Galaxy AI": [yours("Eingaben", { after: "in Galaxy AI" })],
  "what you play, search for, post and say to it": [
    yours("Wiedergaben"),
    SEARCHES,
    POSTS,
    yours("Spracheingaben"),
  ],
  "what you post and send": [POSTS, yours("Nachrichten")],
  "what you post on Xbox": [yours("Beiträge", { dative: "Beiträgen", after: "auf Xbox" })],
  "what you provide when you use it": [yours("Eingaben"), UPLOADS],
  "what you publish": [CONTENT],
  "what you publish in live streams": [
    yours("Inhalte", { adjective: "veröffentlicht", dative: "Inhalten", after: "in Livestreams" }),
  ],
  "what you put on your sites": [others("die Inhalte Ihrer Websites", "den Inhalten Ihrer Websites")],
  "what you say to Gaming Copilot": [yours("Eingaben", { after: "in Gaming Copilot" })],
  "what you say, write, show or share in Zoom": [
    yours("Gespräche", { dative: "Gesprächen", after: "in Zoom" }),
    yours("Nachrichten"),
    yours("Inhalte", { adjective: "geteilt", dative: "Inhalten" }),
  ],
  "what you share in ChatGPT Health": [yours("Angaben", { after: "in ChatGPT Health" })],
  "what you stream, post and send": [yours("Streams"), POSTS, yours("Nachrichten")],
  "what you stream, post and write in chats": [yours("Streams"), POSTS, yours("Chatnachrichten")],
  "what you submit": [yours("Inhalte", { adjective: "eingereicht", dative: "Inhalten" })],
  "what you tell the customer service chatbot": [
    yours("Angaben", { after: "im Chatbot des Kundendienstes" }),
  ],
  "what you type into its AI features": [FEATURE_INPUT],
  "what you type to Alexa and your transcripts": [TYPED_TO_ALEXA, TRANSCRIPTS],
  "what you type to Alexa, your transcripts and its answers": [
    TYPED_TO_ALEXA,
    TRANSCRIPTS,
    others("die Antworten von Alexa", "den Antworten von Alexa"),
  ],
  "what you type, enter or post": [yours("Eingaben"), POSTS],
  "what you upload": [yours("Inhalte", { adjective: "hochgeladen", dative: "Inhalten" })],
  "what you write and upload": [yours("Texte", { dative: "Texten" }), UPLOADS],
  "what you write in the game": [yours("Texte", { dative: "Texten", after: "im Spiel" })],
  "what you write with Scribe": [yours("Texte", { dative: "Texten", after: "aus Scribe" })],
  "your 3D models, images, audio and comments": [
    yours("3D-Modelle", { dative: "3D-Modellen" }),
    yours("Bilder", { dative: "Bildern" }),
    yours("Tonaufnahmen"),
    yours("Kommentare", { dative: "Kommentaren" }),
  ],
  "your account data and purchases": [yours("Kontodaten"), yours("Käufe", { dative: "Käufen" })],
  "your account details": [yours("Kontoangaben")],
  "your activity in the App Store": [others("Daten über Ihr Verhalten im App Store")],
  "your browsing history": [singular("Ihren Browserverlauf", "Ihrem Browserverlauf")],
  "your calls and chats with customer service": [CALLS, yours("Chats", { after: "mit dem Kundendienst" })],
  "your chats and calls": [CHATS, CALLS],
  "your chats and uploads": [CHATS, UPLOADS],
  "your chats in Duck.ai": [yours("Chats", { after: "in Duck.ai" })],
  "your chats in HuggingChat": [yours("Chats", { after: "in HuggingChat" })],
  "your chats in Lumo": [yours("Chats", { after: "in Lumo" })],
  "your chats in Smart Window": [yours("Chats", { after: "in Smart Window" })],
  "your chats once de-identified, and your feedback": [
    yours("Chats", { after: "ohne direkten Personenbezug" }),
    FEEDBACK,
  ],
  "your chats with its AI": [yours("KI-Chats")],
  "your chats with Meta AI": [yours("Chats", { after: "mit Meta AI" })],
  "your chats with the shopping assistant": [yours("Chats", { after: "mit dem Einkaufsassistenten" })],
  "your chats with the travel assistant, once anonymised": [
    yours("Chats", { after: "mit dem Reiseassistenten (anonymisiert)" }),
  ],
  "your chats, calls and calendar": [CHATS, CALLS, singular("Ihren Kalender", "Ihrem Kalender")],
  "your chats, calls and meetings": [CHATS, CALLS, MEETINGS],
  "your code": [CODE],
  "your content": [yours("Inhalte", { dative: "Inhalten" })],
  "your conversations with chatbots in the sidebar": [
    yours("Gespräche", { dative: "Gesprächen", after: "mit Chatbots in der Seitenleiste" }),
  ],
  "your conversations with its support": [
    yours("Gespräche", { dative: "Gesprächen", after: "mit dem Support" }),
  ],
  "your direct messages": [yours("Direktnachrichten")],
  "your documents": [yours("Dokumente", { dative: "Dokumenten" })],
  "your email": [yours("E-Mails")],
  "your email, chats and calls": [yours("E-Mails"), CHATS, yours("Anrufe", { dative: "Anrufen" })],
  "your encrypted mail, files and calendars": [
    yours("E-Mails", { adjective: "verschlüsselt" }),
    yours("Dateien", { adjective: "verschlüsselt" }),
    yours("Kalender", { adjective: "verschlüsselt", dative: "Kalendern" }),
  ],
  "your feedback about the service and its AI answers": [
    yours("Rückmeldungen", { after: "zum Dienst und zu seinen KI-Antworten" }),
  ],
  "your files and documents": [yours("Dateien"), yours("Dokumente", { dative: "Dokumenten" })],
  "your files and photos": [yours("Dateien"), yours("Fotos")],
  "your files, photos and mail": [yours("Dateien"), yours("Fotos"), yours("E-Mails")],
  "your health data": [yours("Gesundheitsdaten")],
  "your issues, documents and comments": [
    yours("Tickets"),
    yours("Dokumente", { dative: "Dokumenten" }),
    yours("Kommentare", { dative: "Kommentaren" }),
  ],
  "your live streams": [yours("Livestreams")],
  "your mail": [yours("E-Mails")],
  "your messages and uploads on the Xbox network": [
    yours("Nachrichten", { after: "im Xbox-Netzwerk" }),
    yours("Uploads", { after: "im Xbox-Netzwerk" }),
  ],
  "your messages to its customer service": [yours("Nachrichten", { after: "an den Kundendienst" })],
  "your messages to other members": [yours("Nachrichten", { after: "an andere Mitglieder" })],
  "your orders and other customer data": [
    yours("Bestellungen"),
    yours("Kundendaten", { adjective: "ander" }),
  ],
  "your other personal data": [yours("Daten", { adjective: "übrig" })],
  "your personal data": [yours("Daten", { adjective: "persönlich" })],
  "your personal data in the travel assistant": [yours("Daten", { after: "im Reiseassistenten" })],
  "your personal information, including your payments": [
    yours("Daten", { adjective: "persönlich", after: "samt Zahlungen" }),
  ],
  "your personal messages unless someone sends them to Meta AI": [
    { ...yours("Nachrichten", { adjective: "persönlich" }), unless: "außer jemand schickt sie an Meta AI" },
  ],
  "your photos and profile": [yours("Fotos"), PROFILE],
  "your photos and videos": [yours("Fotos"), yours("Videos")],
  "your photos, questions and other posts": [
    yours("Fotos"),
    yours("Fragen"),
    yours("Beiträge", { adjective: "ander", dative: "Beiträgen" }),
  ],
  "your posts and private messages": [POSTS, MESSAGES],
  "your private messages": [MESSAGES],
  "your private messages and other private data": [MESSAGES, yours("Daten", { adjective: "privat" })],
  "your private messages unless someone shares them with its AI": [
    { ...MESSAGES, unless: "außer jemand teilt sie mit der KI" },
  ],
  "your private posts and messages": [
    yours("Beiträge", { adjective: "privat", dative: "Beiträgen" }),
    MESSAGES,
  ],
  "your private sites and posts": [
    yours("Websites", { adjective: "privat" }),
    yours("Beiträge", { adjective: "privat", dative: "Beiträgen" }),
  ],
  "your profile and activity in the app": [PROFILE, BEHAVIOUR],
  "your profile and other content": [PROFILE, yours("Inhalte", { adjective: "ander", dative: "Inhalten" })],
  "your profile and photos": [PROFILE, yours("Fotos")],
  "your profile, CV and activity": [PROFILE, masculine("Lebenslauf").yours, BEHAVIOUR],
  "your profile, photos and messages": [PROFILE, yours("Fotos"), yours("Nachrichten")],
  "your profile, posts, group messages, resumes and AI chats": [
    PROFILE,
    POSTS,
    yours("Gruppennachrichten"),
    yours("Lebensläufe", { dative: "Lebensläufen" }),
    yours("KI-Chats"),
  ],
  "your profile, projects and activity": [PROFILE, yours("Projekte", { dative: "Projekten" }), BEHAVIOUR],
  "your prompts": [yours("Eingaben")],
  "your prompts and code": [yours("Eingaben"), CODE],
  "your prompts and the answers": [yours("Eingaben"), ANSWERS],
  "your prompts and training data": [yours("Prompts"), yours("Trainingsdaten")],
  "your prompts, code and the answers": [yours("Eingaben"), CODE, ANSWERS],
  "your prompts, code, files and projects": [
    yours("Eingaben"),
    CODE,
    yours("Dateien"),
    yours("Projekte", { dative: "Projekten" }),
  ],
  "your protected posts": [yours("Beiträge", { adjective: "geschützt", dative: "Beiträgen" })],
  "your recorded calls and chats with Gartner": [
    yours("Anrufe", { adjective: "aufgezeichnet", dative: "Anrufen" }),
    yours("Chats", { after: "mit Gartner" }),
  ],
  "your recordings, meetings and feedback": [yours("Aufnahmen"), MEETINGS, FEEDBACK],
  "your requests to support": [CATEGORIES.support.yours],
  "your requests to support and sales": [yours("Anfragen", { after: "an Support und Vertrieb" })],
  "your reviews": [yours("Bewertungen")],
  "your reviews, photos and other contributions": [
    yours("Bewertungen"),
    yours("Fotos"),
    yours("Beiträge", { adjective: "ander", dative: "Beiträgen" }),
  ],
  "your searches, chats and files": [SEARCHES, CHATS, yours("Dateien")],
  "your sources, questions and answers": [yours("Quellen"), yours("Fragen"), ANSWERS],
  "your text reviews and ratings": [yours("Bewertungen", { after: "in Text und Punkten" })],
  "your texts, files and recordings": [
    yours("Texte", { dative: "Texten" }),
    yours("Dateien"),
    yours("Aufnahmen"),
  ],
  "your trips, orders, usage and account data": [
    yours("Fahrten"),
    yours("Bestellungen"),
    USAGE,
    yours("Kontodaten"),
  ],
  "your videos": [yours("Videos")],
  "your videos that are not public": [yours("Videos", { adjective: "nicht öffentlich" })],
  "your videos, public or not": [
    { acc: "Ihre öffentlichen und privaten Videos", dat: "Ihren öffentlichen und privaten Videos" },
  ],
  "your voice recordings": [VOICE_RECORDINGS],
};

/** The models that a denial is limited to, in the accusative: `trainiert … nicht mit …`. */
export const MODELS: Readonly<Record<string, string>> = {
  "AI models outside Gartner and publicly available AI models":
    "KI-Modelle außerhalb von Gartner und öffentlich verfügbare KI-Modelle",
  "Gemini and other general models": "Gemini und andere allgemeine Modelle",
  "generative AI that imitates your voice, music or likeness":
    "generative KI zum Nachahmen Ihrer Stimme, Ihrer Musik oder Ihres Aussehens",
  "its foundation models": "die eigenen Basismodelle",
  "foundation models": "Basismodelle",
  "generative models outside Google Photos": "generative Modelle außerhalb von Google Fotos",
  "Google's foundation models directly": "die Basismodelle von Google unmittelbar",
  "large language models": "große Sprachmodelle",
  "models that make music": "Modelle zum Erzeugen von Musik",
};
